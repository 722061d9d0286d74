import type { ObligationState } from '../../core/duty.ts'
import type { Catalogue } from '../../core/locale.ts'

/** What an obligation's state is called, to people and in files. */
export const stateWords: Catalogue<Readonly<Record<ObligationState, string>>> = {
  'zh-CN': {
    open: '未开始',
    preparing: '准备中',
    filed: '已提交',
    confirmed: '已确认',
    received: '已收到',
    waived: '免交',
    suspended: '暂缓',
  },
  en: {
    open: 'not started',
    preparing: 'in preparation',
    filed: 'filed',
    confirmed: 'confirmed',
    received: 'received',
    waived: 'waived',
    suspended: 'suspended',
  },
}
