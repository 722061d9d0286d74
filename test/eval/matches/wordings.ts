import type { Form } from '../../../src/core/profile.ts'

/** How the invented owners of one set put what is beside the matter itself: how far it is, in which form, in what place. */
export interface Wording {
  readonly need: Said
  readonly offer: Said
  readonly settings: Readonly<Record<string, readonly string[]>>
  readonly climates: readonly { readonly name: string; readonly provinces: readonly string[] }[]
}

interface Said {
  /** By stage: idea, pilot, proven. */
  readonly stage: readonly (readonly string[])[]
  readonly form: Readonly<Record<Form, readonly string[]>>
}

const stageWords = [
  ['还只是想法', '刚有个初步方案'],
  ['正在两个点上试', '小范围试过一季'],
  ['用了好几年，很稳定', '已经推开了'],
]
const leastWords = [
  ['新点子也欢迎', '愿意一起摸索'],
  ['最好有人试过', '希望至少有个试点'],
  ['要现成管用的', '不想当小白鼠'],
]
const wanted: Readonly<Record<Form, readonly string[]>> = {
  technique: ['求一套技术路子', '想引进办法'],
  equipment: ['缺家伙什', '想找合用的机器'],
  practice: ['想去现场看看人家怎么干的', '想学管理上的经验'],
  training: ['没有懂行的人', '想请人来教'],
  funds: ['手头没钱', '想找人一起投'],
}
const had: Readonly<Record<Form, readonly string[]>> = {
  technique: ['可转让技术', '技术可授权使用'],
  equipment: ['设备可租可售', '整机供货'],
  practice: ['欢迎来现场看', '制度文件可以全给'],
  training: ['可派人带教', '每年办两期班'],
  funds: ['可合作投资', '带资金进来'],
}
const settingWords: Readonly<Record<string, readonly string[]>> = {
  mining: ['我们是挖矿起家的', '周围都是矿'],
  mountain: ['这里山高路窄', '山沟沟里'],
  plain: ['一马平川的产粮地方', '种粮大县'],
  coast: ['靠海', '出门就是滩涂'],
  lake: ['四面是水', '湖边上'],
  forest: ['抬头就是林子', '林场职工多'],
  grass: ['放牧的地方', '草场连片'],
  arid: ['一年下不了几场雨', '戈壁边上'],
  plateau: ['海拔三千多米', '冬天零下三十度'],
  city: ['人挤人的老市区', '街面上'],
  town: ['乡下小镇', '几十个村'],
  park: ['开发区里', '厂子集中'],
}

const firstClimates = [
  { name: '暖温带半湿润', provinces: ['河北', '河南', '山东', '陕西'] },
  { name: '亚热带湿润', provinces: ['江苏', '江西', '湖南', '贵州'] },
  { name: '温带干旱', provinces: ['内蒙古', '甘肃', '宁夏', '新疆'] },
]

/** As people talk. */
export const spoken: Wording = {
  need: { stage: leastWords, form: wanted },
  offer: { stage: stageWords, form: had },
  settings: settingWords,
  climates: firstClimates,
}

/** As offices write. */
export const written: Wording = {
  need: {
    stage: [
      ['可联合开展前期研究', '对成果成熟度不作要求'],
      ['要求完成中试', '须有示范点可考察'],
      ['须已规模化应用', '应具备三个以上业绩'],
    ],
    form: {
      technique: ['拟委托编制实施方案', '寻求专利许可'],
      equipment: ['拟采购成套装置', '需定制专用机型'],
      practice: ['拟组团赴现场调研', '希望交流组织管理模式'],
      training: ['拟选派骨干跟班学习', '需专家驻点指导'],
      funds: ['自有经费不足，拟引入社会资本', '申请配套经费'],
    },
  },
  offer: {
    stage: [
      ['处于可行性论证阶段', '已立项'],
      ['中试线运行中', '示范工程一期完工'],
      ['已在多地复制推广', '通过省级鉴定并连续运行'],
    ],
    form: {
      technique: ['专利可许可', '提供工艺包'],
      equipment: ['可承接成套供货', '样机可试用'],
      practice: ['可接待调研', '提供管理规程汇编'],
      training: ['可派驻专家组', '承接跟班培养'],
      funds: ['可采用合同能源管理', '联合基金可跟投'],
    },
  },
  settings: {
    mining: ['矿业权集中', '采选业占比高'],
    mountain: ['海拔落差大、耕地零散', '大山深处'],
    plain: ['集中连片高标准农田', '产粮大县'],
    coast: ['海岸线较长', '渔港所在地'],
    lake: ['湖荡密布', '圩区'],
    forest: ['森林覆盖率较高', '国有林管理局辖区'],
    grass: ['牧业旗', '天然草地面积大'],
    arid: ['年降水不足二百毫米', '荒漠区'],
    plateau: ['平均海拔四千米', '高寒缺氧'],
    city: ['建成区', '中心城区'],
    town: ['建制镇', '行政村'],
    park: ['省级经济技术园', '产业集聚区'],
  },
  climates: [
    { name: '温带季风', provinces: ['黑龙江', '吉林', '辽宁'] },
    { name: '亚热带湿润', provinces: ['浙江', '福建', '四川', '湖北'] },
    { name: '高原山地', provinces: ['青海', '西藏', '云南'] },
    { name: '暖温带半湿润', provinces: ['山西', '河北', '天津'] },
  ],
}
