import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../../../../src/skills/ask/documents/document.ts'
import { readDocument } from '../../../../src/skills/ask/documents/read-document.ts'
import { policy } from './policies.ts'

async function factsOf(text: string, name = '虚构.md'): Promise<DocumentFacts> {
  return (await readDocument({ name, bytes: Buffer.from(text) })).facts
}

describe('the policy documents tell of themselves, without a manifest', () => {
  it('title, issuer, date, status and years', async () => {
    expect((await policy('report', false)).facts).toEqual({
      title: '2014年度国家可持续发展实验区工作报告',
      issuer: '国家可持续发展实验区办公室',
      date: '2015-06',
      status: '现行',
      appliesTo: '2014',
    })
    expect((await policy('outline', false)).facts).toEqual({
      title: '“十二五”国家可持续发展实验区建设与发展规划纲要',
      issuer: '科学技术部',
      date: '2012-04',
      status: '征求意见稿',
      appliesTo: '2011-2015',
    })
  })

  it('a title that runs over two lines, stands under 附件, or is numbered 第一章', async () => {
    expect((await policy('workPoints', false)).facts.title).toBe('国家可持续发展实验区2014年度工作要点')
    expect((await policy('counties', false)).facts.title).toBe('科技兴县（市）专项工作“十二五”规划')
    expect((await policy('xinjiang', false)).facts.title).toBe('2015年自治区科技工作思路和要点')
  })

  it('what the manifest says wins', async () => {
    expect((await policy('workPoints')).facts).toMatchObject({
      number: '国科办社[2014]19号',
      date: '2014-04',
      appliesTo: '2014',
    })
  })
})

describe('a title block', () => {
  it.each([
    ['〔', '〕'],
    ['[', ']'],
    ['（', '）'],
    ['［', '］'],
    ['【', '】'],
  ])('tells the number between %s %s, as printed', async (open, close) => {
    const facts = await factsOf(
      `关于虚构工作的通知\n\n国科发社字${open}2007${close}112 号\n\n各省科技厅：\n\n现将有关事项通知如下。\n`,
    )
    expect(facts.number).toBe(`国科发社字${open}2007${close}112号`)
    expect(facts.title).toBe('关于虚构工作的通知')
  })

  it('does not take the number of a text that it names', async () => {
    const facts = await factsOf('# 虚构通知\n\n根据《虚构办法》（国科发社字〔2007〕112号），通知如下。\n')
    expect(facts.number).toBeUndefined()
  })

  it.each([
    ['虚构办法（征求意见稿）', '征求意见稿'],
    ['虚构办法（草案）', '征求意见稿'],
    ['虚构办法（试行）', '试行'],
    ['虚构办法（已废止）', '废止'],
    ['虚构办法（尚未施行）', '尚未施行'],
    ['虚构暂行条例', '现行'],
    ['关于废止虚构办法的决定', '现行'],
  ])('%s has the status %s', async (title, status) => {
    expect((await factsOf(`# ${title}\n\n第一条 虚构的规定。\n`)).status).toBe(status)
  })

  it('gives a file name as the title of last resort, without its date', async () => {
    const facts = await factsOf('这是虚构的一段话，没有标题。它说了两句。\n', '虚构规定(2019-12-28).txt')
    expect(facts).toMatchObject({ title: '虚构规定', date: '2019-12-28' })
  })

  it('keeps a space that the title prints', async () => {
    expect((await factsOf('# 虚构法院 虚构检察院关于虚构问题的解释\n\n第一条 甲。\n')).title).toBe(
      '虚构法院 虚构检察院关于虚构问题的解释',
    )
  })
})

describe('when a law takes effect', () => {
  it('is the day that its last article names', async () => {
    const facts = await factsOf(
      '# 虚构条例\n\n2021年4月2日 虚构人大通过\n\n第一条 甲。\n\n第二条 本条例自二〇二一年五月一日起施行。\n',
    )
    expect(facts).toMatchObject({ date: '2021-04-02', effectiveFrom: '2021-05-01' })
  })

  it('is the day of its first publication where it says so, whatever amended it later', async () => {
    const facts = await factsOf(
      '# 虚构办法\n\n1987年11月10日 虚构部发布\n\n2020年11月29日 虚构决定修订\n\n第一条 甲。\n\n第二条 本办法自公布之日起施行。\n',
    )
    expect(facts).toMatchObject({ date: '2020-11-29', effectiveFrom: '1987-11-10' })
  })

  it('is not said where nothing says it', async () => {
    expect((await factsOf('# 虚构办法\n\n第一条 甲。\n')).effectiveFrom).toBeUndefined()
  })
})
