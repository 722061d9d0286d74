/** A time of day as a programme prints it. */
export interface TimesRead {
  /** `HH:MM` */
  readonly from: string
  readonly until: string
  /** Only a half of the day was named; its usual hours were taken. */
  readonly supposed?: true
}

const one = '(上午|早上|下午|晚上|晚|中午)?\\s*(\\d{1,2})\\s*(?:[:：.时点])\\s*(\\d{2}|半)?\\s*分?'
const span = new RegExp(`${one}\\s*(?:至|到|—{1,2}|–|－|-|~|～|―)\\s*${one}`, 'u')

/** Usual hours of the offices, for a programme that names halves of days only. */
const halves: Readonly<Record<string, readonly [from: string, until: string]>> = {
  上午: ['09:00', '12:00'],
  下午: ['14:00', '17:30'],
  晚上: ['19:00', '21:00'],
  全天: ['09:00', '17:30'],
}

/** 9:00-11:30, 上午9时至11时30分, 下午2：30—5：30, or 上午 alone. Pure. */
export function timesIn(text: string): TimesRead | undefined {
  const found = span.exec(text)
  if (found) {
    const [, half, hour = '', minute, otherHalf = half, otherHour = '', otherMinute] = found
    const [from, until] = [clock(half, hour, minute), clock(otherHalf, otherHour, otherMinute)]
    return from === undefined || until === undefined ? undefined : { from, until }
  }
  const half = /上午|下午|晚上|全天/u.exec(text)?.[0]
  const usual = half === undefined ? undefined : halves[half]
  return usual === undefined ? undefined : { from: usual[0], until: usual[1], supposed: true }
}

/** Hours after noon are written both as 2 and as 14. */
function clock(half: string | undefined, hour: string, minute: string | undefined): string | undefined {
  const plain = Number(hour)
  const late = half === '下午' || half === '晚上' || half === '晚'
  const hours = late && plain < 12 ? plain + 12 : plain
  const minutes = minute === '半' ? 30 : Number(minute ?? 0)
  if (hours > 24 || minutes > 59) return undefined
  return `${String(hours % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
