import { at, avatar, escaped, type Look, listAt, textAt } from './page.ts'

const names: Readonly<Record<string, string>> = {
  '100000000000000001': '联盟助手',
  '300000000000000001': '王工',
  '300000000000000002': '李工',
}
const styles: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' }

/** Messages, embeds and modals as Discord draws them, near enough to judge them by. */
export const discordLook: Look = {
  name: 'Discord',
  css: `
body { background: #313338; color: #dbdee1 }
h2 { color: #949ba4; border-top: 1px solid #3f4147; padding-top: 8px }
.did { background: #3c3f45; color: #c4c9ce }
.avatar { border-radius: 50% }
.who { color: #f2f3f5 }
.badge { background: #5865f2; color: #fff }
.only { color: #949ba4; margin-top: 4px }
.message.only-one { background: #393c5a; border-radius: 4px; padding: 6px 8px }
.message.thread { border-left: 2px solid #4e5058; padding-left: 10px }
h3 { font-size: 17px; color: #f2f3f5; margin: 2px 0 }
.small { color: #949ba4; font-size: 12px }
.embed { background: #2b2d31; border-left: 4px solid #1e1f22; border-radius: 4px; padding: 8px 14px 10px 12px; margin: 6px 0; max-width: 560px }
.embed .title { font-weight: 700; color: #f2f3f5; margin-bottom: 4px }
.embed .foot { font-size: 12px; color: #b5bac1; margin-top: 6px }
.fields { display: flex; flex-wrap: wrap; gap: 6px 18px }
.fields .wide { flex: 1 0 100% }
code { background: #1e1f22; border-radius: 3px; padding: 0 4px; font-size: 13px }
pre { background: #1e1f22; border-radius: 4px; padding: 6px 8px; font: 13px/1.4 "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap }
.mention { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px }
a { color: #00a8fc }
button { font: inherit; font-size: 13px; font-weight: 500; border: 0; border-radius: 4px; padding: 5px 14px; color: #fff; background: #4e5058 }
button.primary { background: #5865f2 }
button.success { background: #248046 }
button.danger { background: #da373c }
.modal { background: #2b2d31; box-shadow: 0 4px 14px #0008 }
.modal .field { background: #1e1f22 }
.placeholder { color: #87898c; font-weight: 400 }
.required { color: #f23f43 }
`,
  message({ who, bot, message, only, inThread, edited }) {
    const classes = ['message', inThread ? 'thread' : '', only === undefined ? '' : 'only-one'].join(' ')
    const hidden = only === undefined ? '' : `<p class="only">只有 ${escaped(only)} 才能看到</p>`
    return `<div class="${classes}">${avatar(who, bot)}<div class="body"><p><span class="who">${escaped(who)}</span>${
      bot ? '<span class="badge">应用</span>' : ''
    }</p>${markdown(textAt(message, 'content'))}${edited ? '<span class="only">（已编辑）</span>' : ''}${listAt(
      message,
      'embeds',
    )
      .map(drawEmbed)
      .join('')}${listAt(message, 'components').map(drawRow).join('')}${hidden}</div></div>`
  },
  modal({ view, values }) {
    const inputs = listAt(view, 'components').map((it) => drawInput(it, values))
    return `<div class="modal"><header>${escaped(textAt(view, 'title'))}</header>${inputs.join(
      '',
    )}<footer><button>取消</button><button class="primary">提交</button></footer></div>`
  },
  home: () => '',
}

function drawEmbed(embed: unknown): string {
  const color = Number(at(embed, 'color') ?? 0x1e1f22)
    .toString(16)
    .padStart(6, '0')
  const part = (name: string, text: string) => (text === '' ? '' : `<div class="${name}">${text}</div>`)
  const fields = listAt(embed, 'fields').map(
    (it) =>
      `<div class="${at(it, 'inline') === true ? '' : 'wide'}"><b>${markdown(textAt(it, 'name'))}</b>${markdown(textAt(it, 'value'))}</div>`,
  )
  return `<div class="embed" style="border-left-color:#${color}">${part('title', markdown(textAt(embed, 'title')))}${part(
    'description',
    markdown(textAt(embed, 'description')),
  )}${part('fields', fields.join(''))}${part('foot', escaped(textAt(at(embed, 'footer'), 'text')))}</div>`
}

const drawRow = (row: unknown): string =>
  `<div class="buttons">${listAt(row, 'components')
    .map(
      (it) =>
        `<button class="${styles[Number(at(it, 'style'))] ?? ''}">${escaped(textAt(it, 'label'))}</button>`,
    )
    .join('')}</div>`

function drawInput(label: unknown, values: Readonly<Record<string, string>>): string {
  const input = at(label, 'component')
  const given = values[textAt(input, 'custom_id')] ?? ''
  const chosen = listAt(input, 'options').find((it) => textAt(it, 'value') === given)
  const value = chosen ? textAt(chosen, 'label') : given
  const hint = `<span class="placeholder">${escaped(textAt(input, 'placeholder'))}</span>`
  const required = at(input, 'required') === true ? ' <span class="required">*</span>' : ''
  const tall = at(input, 'style') === 2 && at(input, 'type') === 4 ? ' tall' : ''
  const description = textAt(label, 'description')
  return `<label>${escaped(textAt(label, 'label'))}${required}</label>${
    description === '' ? '' : `<p class="small">${escaped(description)}</p>`
  }<div class="field${tall}">${value === '' ? hint : escaped(value)}</div>`
}

/** Discord's markdown, as far as the bot writes it, line by line; what is escaped is text. */
function markdown(text: string): string {
  return text
    .split(/(```\n[\s\S]*?\n```\n?)/)
    .map((part) => {
      const code = /^```\n([\s\S]*?)\n```\n?$/.exec(part)?.[1]
      return code === undefined ? lines(part) : `<pre>${escaped(code).replaceAll('<br>', '\n')}</pre>`
    })
    .join('')
}

function lines(text: string): string {
  if (text.trim() === '') return ''
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const [, mark = '', rest = ''] = /^(### |-# |- |\d+\. )?(.*)$/.exec(line) ?? []
      if (mark === '### ') return `<h3>${inline(rest)}</h3>`
      if (mark === '-# ') return `<p class="small">${inline(rest)}</p>`
      if (mark === '- ') return `<p>　• ${inline(rest)}</p>`
      return `<p>${mark === '' ? '' : `　${mark}`}${inline(rest) || '&nbsp;'}</p>`
    })
    .join('')
}

function inline(text: string): string {
  const pattern =
    /\\(.)|\*\*((?:\\.|[^*])+)\*\*|`([^`]+)`|<@(\d+)>|<t:\d+:R>|\[((?:\\.|[^\]])+)\]\(<[^>]*>\)|<(https?:[^>]+)>/g
  let drawn = ''
  let from = 0
  for (const found of text.matchAll(pattern)) {
    const [whole, sign, strong, code, person, label, url] = found
    drawn += escaped(text.slice(from, found.index))
    from = found.index + whole.length
    if (sign !== undefined) drawn += escaped(sign)
    else if (strong !== undefined) drawn += `<b>${inline(strong)}</b>`
    else if (code !== undefined) drawn += `<code>${escaped(code)}</code>`
    else if (person !== undefined)
      drawn += `<span class="mention">@${escaped(names[person] ?? person)}</span>`
    else if (label !== undefined) drawn += `<a>${inline(label)}</a>`
    else if (url !== undefined) drawn += `<a>${escaped(url)}</a>`
  }
  return drawn + escaped(text.slice(from))
}
