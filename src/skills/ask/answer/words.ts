import type { StoredPassage } from '../../../store/passages.ts'
import { bannerOf } from './check.ts'
import type { Place } from './places.ts'
import type { Question } from './question.ts'

/** What the answer engine itself says, around the words of the documents: Chinese, as the documents are. */
export const words = {
  empty: '请用一句话写下您的问题，例如「验收材料什么时候交」。',
  notFound:
    '现有文件里没有找到这个问题的依据，我不能猜。可以换个说法再问，或点「转人工」请实验区办公室答复。',
  notThatYear: (year: number) =>
    `现有文件没有 ${year} 年的规定，我不能拿别的年份代替。下面是最接近的原文；要确切答复请点「转人工」。`,
  notStated: (names: readonly string[], title: string) =>
    `《${title}》谈到了相关内容，但没有写明${names.join('、')}，我不能猜。下面是最接近的原文；要确切答复请点「转人工」。`,
  confirmedSilent: (date: string) =>
    `已有人核对过（${date}）：现有文件没有写明这一点，我不能猜。下面是最接近的原文；要确切答复请点「转人工」。`,
  notLoaded: (title: string) =>
    `《${title}》的正文没有收录，我不能凭印象回答。下面是提到它的地方；需要原文请点「转人工」。`,
  whichDocument: (titles: readonly string[]) =>
    `您问的是哪一份文件？有这一条的有：${titles.map((it) => `《${it}》`).join('、')}`,
  whichProvince: '您问的是哪个省（自治区、直辖市）？请写上省名再问一次，例如「江苏有几个实验区」。',
  whichOne: (places: readonly string[]) => `您问的是哪一个：${places.join('，还是')}？`,
  noSuchArticle: (titles: readonly string[]) =>
    `现有文件里没有这个条号的条文。请写明是哪份文件的哪一部分；现有的文件是：${titles.map((it) => `《${it}》`).join('、')}。`,
  /** What stands under a heading, and the filter that found it. */
  items: (heading: string, labels: readonly string[]) =>
    `${heading}（共${labels.length}条）：${labels.join('；')}`,
  under: (title: string, heading: string, count: number) => `《${title}》“${heading}”之下，共${count}条`,
  draft: (status: string) => `（出自${status}，仅供参考）`,
  expertReply: (by: string, date: string) => `专家答复（${by}，${date}）：`,
  reviewDue: (since: string) => `（所依据的文件已于 ${since} 更新，该答复待复核）`,
  difference: (from: string, to: string, difference: string, unit: string) =>
    `${from} → ${to}，相差${difference}${unit}。`,
}

/**
 * What must be said before quoted words so that they are not misread: status, place, year, and the document where several
 * speak.
 */
export function labelOf(
  passage: StoredPassage,
  text: string,
  placesIn: (text: string) => Place[],
  question: Question,
  severalSpeak: boolean,
): string {
  const { document } = passage
  const banner = bannerOf[document.status]
  const draft = banner === undefined ? '' : words.draft(banner)
  const about = placesIn(passage.path.join(' ')).filter((place) => place.name !== place.province)
  const place = about.find((it) => !it.aliases.some((alias) => text.includes(alias)))
  const asksWhich = /哪(?:几|些|两|二|三)?(?:份|个)?(?:文件|通知|规划|材料)|还有哪份/u.test(question.text)
  const title = asksWhich || severalSpeak ? `《${document.title}》` : ''
  const year =
    /^\d{4}$/u.test(document.appliesTo ?? '') && !/(?:19|20)\d{2}/u.test(`${title}${text}`)
      ? `${document.appliesTo}年度`
      : ''
  const subject = [title, year, place?.name ?? ''].filter((it) => it !== '').join('，')
  return draft + (subject === '' ? '' : `${subject}：`)
}
