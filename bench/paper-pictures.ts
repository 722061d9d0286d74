/**
 * Prints the papers of an invented training and draws their first pages into docs/trainings/, with pdftoppm of
 * poppler-utils.
 *
 *   npm run pictures:papers
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printBadges } from '../src/skills/trainings/papers/badges.ts'
import { certificateNumber, printCertificates } from '../src/skills/trainings/papers/certificate.ts'
import { printSignInSheet } from '../src/skills/trainings/papers/sign-in.ts'
import { entry, morning, training } from '../test/skills/trainings/invented.ts'

/** Invented people, with names that are hard to print. */
const names = ['王垚', '李㛃', '𠮷田清', '阿卜杜热依木·买买提', '张三', '诸葛小明']
const invented = training({ title: '应对气候变化能力建设培训班（虚构）' })
const people = names.map((it) => entry(it, { attendedAt: morning, province: '江苏' }))
const [first] = people
if (!first) throw new Error('nobody came')
const number = certificateNumber(invented, first.registration, 'a key of the pictures')
const made = { at: morning }

const papers = {
  certificate: await printCertificates(invented, [{ entry: first, number }], made, 'zh-CN'),
  badges: await printBadges(invented, people, made, 'zh-CN'),
  'sign-in': await printSignInSheet(invented, people, made, 'zh-CN'),
}
const folder = mkdtempSync(join(tmpdir(), 'papers-'))
for (const [name, { bytes }] of Object.entries(papers)) {
  const pdf = join(folder, `${name}.pdf`)
  const picture = join(process.cwd(), 'docs', 'trainings', name)
  writeFileSync(pdf, bytes)
  execFileSync('pdftoppm', ['-png', '-r', '70', '-f', '1', '-l', '1', '-singlefile', pdf, picture])
  console.log(`${picture}.png, from ${Math.round(bytes.length / 1000)} kB`)
}
rmSync(folder, { recursive: true, force: true })
