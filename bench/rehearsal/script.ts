import type { LocalDate } from '../../src/core/clock.ts'

/** What somebody does in chat: a button, or a form that is filled in. */
export interface Act {
  readonly on: LocalDate
  /** Whose obligations; each in the name of its own zone, unless `by` says otherwise. */
  readonly of: readonly string[]
  readonly by?: string
  readonly verb: 'prepare' | 'file' | 'confirm' | 'receive' | 'request' | 'extend' | 'suspend'
  readonly given?: Readonly<Record<string, string>>
}

/** The house is opened on the day before the first reminder, which moves from 1 May (a holiday) to 30 April. */
export const from: LocalDate = '2014-04-30'
export const until: LocalDate = '2014-07-31'

/** The bot does not run on these days; one reminder (16 June) falls among them. */
export const outage = { from: '2014-06-12', until: '2014-06-18' } as const

/** The time of day at which people do something. */
export const office = '14:00'

/** Nobody of this zone has joined: its province is told in its place. */
export const silent = 'jiangsu-taicang'

const invented = '（演练用的虚构理由）'
const province = 'province-江苏'

/** Invented throughout: no document says who filed on which day. 海南州 never does. */
export const acts: readonly Act[] = [
  { on: '2014-05-12', of: ['jiangsu-yixing'], verb: 'prepare' },
  { on: '2014-05-20', of: ['jiangsu-changshu'], verb: 'file' },
  { on: '2014-05-21', of: ['jiangsu-changshu'], by: province, verb: 'confirm' },
  { on: '2014-05-22', of: ['jiangsu-changshu'], by: 'office', verb: 'receive' },
  {
    on: '2014-06-04',
    of: ['jiangsu-kunshan'],
    verb: 'request',
    given: { until: '2014-07-15', reason: `${invented}等审计报告` },
  },
  {
    on: '2014-06-05',
    of: ['jiangsu-kunshan'],
    by: 'office',
    verb: 'extend',
    given: { until: '2014-07-15', reason: `${invented}同意` },
  },
  {
    on: '2014-06-06',
    of: ['jiangsu-zhangjiagang'],
    by: 'office',
    verb: 'suspend',
    given: { reason: `${invented}整改后再验收` },
  },
  {
    on: '2014-06-24',
    of: [
      'tianjin-dongli',
      'hebei-wuan',
      'zhejiang-shaoxing',
      'zhejiang-ninghai',
      'jiangxi-guixi',
      'jiangxi-chongyi',
      'jiangxi-wuyuan',
      'fujian-longyan',
    ],
    verb: 'file',
  },
  {
    on: '2014-06-26',
    of: ['henan-hualong', 'hubei-shennongjia', 'chongqing-yubei', 'guizhou-bijie', 'guizhou-duyun'],
    verb: 'file',
  },
  {
    on: '2014-06-30',
    of: [
      'jiangsu-yixing',
      'jiangsu-suzhou-chengqu',
      'neimenggu-eerduosi',
      'neimenggu-yuanbaoshan',
      'xinjiang-kelamayi',
      'guangdong-fengshun',
    ],
    verb: 'file',
  },
  { on: '2014-07-03', of: ['qinghai-haixi'], verb: 'file' },
  { on: '2014-07-10', of: ['jiangsu-taicang'], by: province, verb: 'file' },
  { on: '2014-07-14', of: ['jiangsu-kunshan'], verb: 'file' },
]
