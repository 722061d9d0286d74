import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { maskPersonal } from '../../src/core/mask-personal-data.ts'

const data = fileURLToPath(new URL('../../data', import.meta.url))

describe('what is nobody else’s is masked, however it is typed', () => {
  test.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '138.0013.8000',
    '138·0013·8000',
    '138-001-38000',
    '1380-013-8000',
    '１３８００１３８０００',
    '１３８　００１３　８０００',
    '138–0013–8000',
    '+8613800138000',
    '+86 138 0013 8000',
    '（+86）13800138000',
    '0086-138-0013-8000',
    '１３８0013８000',
  ])('mobile %s', (number) => {
    expect(maskPersonal(`手机：${number}，验收找谁`)).toBe('手机：［手机号］，验收找谁')
    expect(maskPersonal(number)).toBe('［手机号］')
  })

  test.each([
    '0571-87654321',
    '0571 87654321',
    '0571 8765 4321',
    '0571-8765-4321',
    '057187654321',
    '02187654321',
    '01087654321',
    '05127654321',
    '(0571)87654321',
    '（0571）87654321',
    '（0571） 8765-4321',
    '０５７１－８７６５４３２１',
    '0571—87654321',
    '0571-87654321-8001',
    '0571-87654321转8001',
    '+86 571 8765 4321',
    '+86-10-87654321',
  ])('landline %s', (number) => {
    expect(maskPersonal(`电话${number}，验收找谁`)).toBe('电话［电话］，验收找谁')
    expect(maskPersonal(`${number}。`)).toBe('［电话］。')
  })

  test.each([
    '330102198001011234',
    '33010219800101123X',
    '33010219800101123x',
    '330102 19800101 1234',
    '330102-19800101-123X',
    '330102 1980 0101 1234',
    '３３０１０２１９８００１０１１２３４',
    '330102800101123',
    '330102 800101 123',
  ])('identity card %s', (number) => {
    expect(maskPersonal(`身份证号${number}，能验收吗`)).toBe('身份证号［身份证号］，能验收吗')
  })

  test.each(['li.si@example.com', 'ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'li_si+1@kjt.zj.gov.cn'])(
    'mail address %s',
    (it) => {
      expect(maskPersonal(`发到${it}。`)).toBe('发到［邮箱］。')
    },
  )

  test('several in one text, each by its name, and what was masked stays as it is', () => {
    const masked = maskPersonal('李四 １３８００１３８０００（057187654321），a@b.cn，330102800101123')
    expect(masked).toBe('李四 ［手机号］（［电话］），［邮箱］，［身份证号］')
    expect(maskPersonal(masked)).toBe(masked)
  })
})

describe('what is no such number stays', () => {
  test.each([
    '2014年6月30日',
    '2013-2014年',
    '2012—2015',
    '国科发社〔2014〕138号',
    '国科办社〔2014〕33号',
    '20140630',
    '2014-06-30 09:00:00',
    '1403500000000',
    '投资15000000000元',
    '投资13800138000.50元',
    '面积18000000000平方米',
    '共计 13,800,138,000 元',
    '150 2014 2015',
    '137.5、138.2和139.1',
    '15 20 30 40 50 60',
    '0.57187654321',
    '第0571号',
    '330102',
    '189个实验区，分布在31个省份',
    '１５０００万元，２０１４年',
    '100000200000300元',
    '①②③④⑤⑥⑦⑧⑨⑩',
    '',
  ])('%s', (text) => {
    expect(maskPersonal(text)).toBe(text)
  })

  test('nothing in the register, the duties and the words of this house is taken for one', () => {
    const files = ['register', 'duties', 'lexicon'].flatMap((folder) =>
      readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
        .filter((it) => it.isFile() && /\.(?:txt|tsv|csv|jsonl?|md)$/u.test(it.name))
        .map((it) => join(it.parentPath, it.name)),
    )
    expect(files.length).toBeGreaterThan(5)
    for (const file of files)
      for (const line of readFileSync(file, 'utf8').split('\n')) expect(maskPersonal(line)).toBe(line)
  })
})
