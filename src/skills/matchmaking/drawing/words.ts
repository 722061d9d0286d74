import type { Catalogue } from '../../../core/locale.ts'

interface DrawingWords {
  readonly networkTitle: string
  readonly mapTitle: string
  readonly network: (met: number, organizations: number) => string
  readonly map: (offers: number, needs: number) => string
  readonly bars: string
  readonly empty: string
  readonly fields: Readonly<Record<string, string>>
}

/** What stands in the pictures. The map is a diagram of tiles and says so: it draws no border. */
export const drawingWords: Catalogue<DrawingWords> = {
  'zh-CN': {
    networkTitle: '联盟对接网络',
    mapTitle: '各省需求与供给',
    network: (met, organizations) => `${organizations} 家单位，${met} 次对接；线越粗次数越多，颜色是谈的领域`,
    map: (offers, needs) => `供给 ${offers} 条，需求 ${needs} 条；方格只表示省份的大致方位，不是地图`,
    bars: '实心向上：供给　空心向下：需求',
    empty: '还没有对接记录',
    fields: {
      health: '人口健康',
      ecology: '生态环境',
      safety: '公共安全',
      governance: '社会治理',
      urban: '城镇发展',
    },
  },
  en: {
    networkTitle: 'Who met whom in the alliance',
    mapTitle: 'Needs and offers by province',
    network: (met, organizations) =>
      `${organizations} organizations, ${met} meetings; thicker lines met more often, the colour is the field`,
    map: (offers, needs) =>
      `${offers} offers, ${needs} needs; tiles show roughly where a province lies, this is no map`,
    bars: 'Solid, upwards: offers.  Hollow, downwards: needs.',
    empty: 'Nobody has met yet',
    fields: {
      health: 'Health',
      ecology: 'Environment',
      safety: 'Public safety',
      governance: 'Governance',
      urban: 'Urban development',
    },
  },
}
