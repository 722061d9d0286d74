import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { demandsOf } from '../../../../src/skills/ask/answer/demands.ts'
import { itemsOf, numeralValue } from '../../../../src/skills/ask/answer/enumeration.ts'
import { makePlaceFinder } from '../../../../src/skills/ask/answer/places.ts'
import { understand } from '../../../../src/skills/ask/answer/question.ts'
import { readRequiredWords } from '../../../../src/skills/ask/answer/required.ts'

const file = new URL('../../../../data/lexicon/required.txt', import.meta.url)
const required = readRequiredWords(readFileSync(file, 'utf8'))
const placesIn = makePlaceFinder([
  { name: '都匀市', aliases: ['都匀'], province: '贵州' },
  { name: '昆山市', aliases: ['昆山'], province: '江苏' },
])

/** What a text lacks to answer a question, by name; `passage` is what stands around it. */
function lacks(question: string, text: string, passage = text): string[] {
  const understood = understand(question)
  return understood.parts.flatMap((part) =>
    demandsOf(part, understood, required, placesIn).flatMap((it) => (it.met(text, passage) ? [] : [it.name])),
  )
}

describe('words answer', () => {
  test.each([
    ['材料几号交', '材料于2014年6月30日前提交。'],
    ['一级二级三级指标各多少个', '包含科技创新等四个一级指标以及8个二级指标和16个三级指标。'],
    ['省厅来了几家参加培训', '来自华北组的天津、河北、山西和内蒙古等4家省级科技厅参加。'],
    ['毕节财政收入一年长多少', '财政总收入年均增长37%以上。'],
    ['收了多少份新区申请', '实验区办公室共受理实验区新区申报37个。'],
    ['评审会开了几场', '先后组织两次部门联席评审会。'],
    ['多少县有科技领导小组', '90%以上的县（市）成立了科技领导小组。'],
    ['县里科技钱一年涨几成', '科学技术支出快速增长，年平均增长43.93%。'],
    ['哪里办事窗口开到村了', '行政服务网络实现县乡村全覆盖。'],
    ['评估说近几年管得差在哪', '还存在管理不到位、专家作用发挥不充分等不足。'],
    ['十二五两件大事是啥', '“十二五”期间，面向“转变经济发展方式”以及“保障和改善民生”两大任务。'],
    ['神农架弄的古镇叫啥', '着力打造以“川陕驿站、盐道水街”为主题的坪阡古镇。'],
    ['通知哪个月发的', '2014年10月，发布该通知。'],
    ['公路哪年通的', '公路2010年建成通车，机场正式通航。'],
    ['座谈会什么时候开的', '2014年9月，评估中心召集专家，召开了座谈会。'],
    ['验收了几个', '2014年共有25个实验区提出验收。'],
    ['一共去了几个人', '培训班一行17人赴英国。'],
    ['去了多少人', '培训班一行17人赴英国。'],
    ['投了多少钱', '共计投入资金60多亿元。'],
    ['给企业投入多少资金', '投入资金2亿多元。'],
    ['森林覆盖率多少', '全市森林覆盖率由73.1%增加到76.2%。'],
    ['2010年支出多少', '2005年到2010年，支出从418万元增长到1522万元。'],
    ['哪位院士编的规划', '邀请陆大道院士等专家编制规划。'],
    ['领导小组组长是谁', '成立由市委书记任组长的领导小组。'],
    ['谁致的辞', '彭斯震副主任在开班式上致辞。'],
    ['四个中心镇叫什么名字', '扶持汤坑、留隍、潭江、丰良4个中心镇发展。'],
    ['哪些区做过环保产业', '昆山市发展环保产业。'],
    ['哪些区要验收', '对建设满5年的实验区开展验收工作。'],
    ['4家省级科技厅是哪4家', '来自天津、河北、山西和内蒙古等4家省级科技厅。'],
    ['三大机制是哪三个', '构建整县推进，集团帮扶，投融资改革的“三大机制”。'],
    ['2007年版管理办法的文号', '修订《管理办法》（国科发社字[2007]112号）。'],
    ['微信发不发简报', '简讯以电子版形式发送。'],
    ['简讯几年出一次', '简讯每年编辑两期。'],
    ['至少提高几个百分点', '占比平均至少提高0.2个百分点。'],
    ['“四位一体”是什么', '形成“四位一体”的治理体系。'],
    ['大港为什么退出', '由于天津市大港区因行政区划调整，不再作为实验区。'],
    ['2014年工作要点是几号文', '根据《国家可持续发展实验区2014年度工作要点》（国科办社[2014]19号）安排。'],
    ['哪家企业建的平台', '宜兴环保集团有限公司建成平台。'],
    ['哪家研究院参加了', '中国社会科学院、中国科学院生态研究院参加。'],
    ['在哪个镇试点', '在留隍镇开展试点。'],
    ['要搭几个库', '建立相关的项目库、技术成果库和专家库，推进资源共享。'],
    ['建区满几年要验收', '25个实验区建区满五年，并提出验收申请。'],
    ['图9是什么照片', '图9 宁海风貌'],
    ['城镇化率比全国平均高多少', '城镇化率高出全国平均水平2.1个百分点。'],
    ['验收要交什么材料', '各实验区须经省级科技主管部门提交验收申请等有关材料。'],
    ['谁批的培训', '经国家外专局批准，培训班赴英国。'],
    ['没整改怎么办', '整改力度不够的，将暂缓验收。'],
    ['怎么申请验收', '须经省级科技主管部门提交验收申请。'],
    ['表2叫什么', '表2 2014年度新申报实验区名单'],
    ['验收能延期吗', '确有困难的，可以申请延期验收。'],
    ['有证书吗', '培训结束后颁发结业证书。'],
    ['科技园怎么申请', '园区的申报由所在地科技主管部门组织。'],
    ['和先进示范区有什么区别', '先进示范区从验收后的实验区中产生。'],
    ['宜兴和龙岩的实验区主题有什么不同', '实验区围绕“富裕、和谐”主题建设。'],
    ['评估几年一次', '对实验区每两年评估一次。'],
  ])('%s - %s', (question, text) => {
    expect(lacks(question, text)).toEqual([])
  })
})

describe('words about the same topic do not answer', () => {
  test.each([
    [
      'what a document is called',
      '科研老是东一榔头西一棒子吗',
      '附件\n国家可持续发展实验区\n2014年度工作要点',
    ],
    ['a number of other things', '材料要交几份', '针对2013年度完成验收的16个实验区，对各实验区进行了概述。'],
    ['a day where only the month is given', '通知几号发的', '2014年4月，发布该通知。'],
    ['leave for a deed that is not spoken of', '验收能延期吗', '整改力度不够的，将暂缓验收。'],
    ['a thing that is not spoken of', '培训有证书么', '加强对科技部门领导的业务培训。'],
    ['a way that is not told', '农业科技园区怎么申请', '加强对农业科技园区建设的指导。'],
    ['another programme', '和生态县有啥不一样', '实验区围绕生态建设、人口控制开展工作。'],
    ['another country', '有没有跟德国合作', '培训班一行17人赴英国考察。'],
    ['what is done in one year', '评估几年一次', '2014年度组织对满5年的实验区开展验收。'],
    ['a month where only the year is given', '公路几月通的车', '公路2010年建成通车。'],
    ['a day where none is given', '机场哪天首航', '机场正式通航。'],
    ["another thing's date", '机场哪年通航的', '公路2010年建成通车后很久，开通旅游专线，机场正式通航。'],
    ["another year's figure", '2014年支出多少万', '2005年到2010年，支出从418.79万元增长到1522.75万元。'],
    ['a sum where none is given', '机场总投资多少', '机场正式通航。'],
    [
      'a date of printing where a date of reporting is asked',
      '今年几月报年度总结',
      '年度工作报告，实验区办公室，2015年6月',
    ],
    ['a year where a length of time is asked', '办几年以后才能升', '截至2014年底，实验区数量为157个。'],
    ['a past session where the next is asked', '下一届论坛啥时候办', '2014年10月，举办第二期论坛。'],
    ['a sum of high and low', '一年投几千万', '保持平台建设较高投入。'],
    ['a rate that is not the one', '城镇化率多少', '全市森林覆盖率由73.1%增加到76.2%。'],
    ['a share of each from a total', '每组派几个专家', '组织专家125人次，对25个实验区进行考察。'],
    ['an upper bound from a total', '最高给一家企业多少万', '投入资金2亿元，为一批企业提供支持。'],
    ['a count of something else', '有几个示范县', '占比提高0.2个百分点，示范县建设水平提升。'],
    ['an ordinal taken for a count', '目标是多少个', '根据第十二个五年规划纲要制定。'],
    ['how often from once', '多久评一次', '2006年开展过一次总结。'],
    ['a person by an office', '市委书记姓什么', '成立由市委书记任组长的领导小组。'],
    ['a person of another deed', '开班式谁主持的', '彭斯震副主任在开班式上致辞。'],
    ['a person of another office', '专家委员会主任是哪位', '邀请陆大道院士等专家编制规划。'],
    ['names by their number', '两个担保中心叫什么名字', '组建了2个中小企业投资担保中心。'],
    ['nine by eight others', '9个实验区是哪九个', '赴北京、上海、天津、河北四省市的9个实验区。'],
    ['the rest of a list', '11条航线剩下的飞哪', '开通北京、上海、广州等11条航线。'],
    ['a set that is only named', '“六项任务”是哪六项', '各部门要推进“六项任务”。'],
    ['another set', '“六项任务”是哪六项', '抓改革、促创新、惠民生、强基础、优环境、建队伍。'],
    ['the number of another document', '管理办法的文号', '根据《工作要点》（国科办社[2014]19号）安排。'],
    [
      'the new one by the old number',
      '新版管理办法的文号',
      '2007年版《管理办法》（国科发社字[2007]112号）。',
    ],
    ['what was done by the name of a picture', '宁海搞了什么', '图9 宁海风貌'],
    ['what is planned by the name of a chapter', '科技厅今年干啥', '第一章 2015年自治区科技工作思路和要点'],
    [
      'a place and the whole country from the place',
      '城镇化率比全国高多少',
      '全市城镇化率从40.5%提高到50.9%。',
    ],
    [
      'what to hand in for applying by what for the acceptance',
      '申报实验区要哪些材料',
      '各实验区须经省级科技主管部门提交验收申请等有关材料。',
    ],
    ['what a place does by a list of names', '都匀的主要做法', '昆山市\t都匀市\t绍兴市'],
    ['a comparison without figures', '两家谁的产值高', '昆山市和都匀市都是实验区。'],
    ['a telephone number', '办公室电话多少', '由实验区办公室负责。'],
    ['another issue', '第19期简讯讲什么', '编印了第17期和第18期简讯。'],
    ['another plan', '十三五目标定多少', '“十二五”期间推广成果500项。'],
    [
      'a country that is not spoken of',
      '英国培训多少人参加',
      '培训班在呼和浩特市举办，共计70余人参加了培训。',
    ],
    ['a city that is not spoken of', '青岛有什么经验', '实验区总结了经验和模式。'],
    ['members by the word for them', '有哪些成员单位', '重新确认各成员单位。'],
    ['a venue', '论坛在哪开的', '继续办好实验区论坛。'],
    [
      'a set by a list of something else',
      '“四位一体”是哪四位',
      '实施“东崛起、北跨越、西统筹、中提升”战略；构建“四位一体”的治理体系。',
    ],
    ['when to hand in by when it was printed', '年度报告啥时候交', '2014年度工作报告 实验区办公室 2015年6月'],
    ['why from what', '西部为什么最少', '西部地区创建实验区26个，占16.6%。'],
    [
      'the number of another year',
      '2013年工作要点是几号文',
      '根据《2014年度工作要点》（国科办社[2014]19号）安排。',
    ],
    ['an enterprise by what it built', '重点实验室是哪家企业的', '建成包括1家国家重点实验室在内的研发机构。'],
    ['an auditor', '评估是哪家会计师事务所审计的', '由科技部科技评估中心开展评估。'],
    ['a road', '环境医院在哪条路上', '宜兴市正打造国内首个环境医院。'],
    ['a town by a town that was asked', '留隍镇的厂子搬到哪个镇', '留隍镇的厂子已经搬迁。'],
    ['more than last year without last year', '跟去年比多了几个人', '培训班一行17人赴英国。'],
    ['who lectured', '低碳经济那场谁讲的', '讲座内容涵盖低碳经济理论与实践。'],
    ['a new one by a batch', '新认定的高新区叫什么名字', '新认定一批自治区级高新区。'],
    ['how long at most', '申请延期最长几年', '组织对建设满5年的实验区开展验收。'],
    ['who approves', '省级实验区谁批', '在建省级实验区335个，分布在全国31个省。'],
    ['what follows', '数据不报会怎么样', '6月份完成了第一批监测数据上报工作。'],
    ['how one applies', '星火计划怎么申请', '在星火计划的申报过程中，对先进的县给予优先支持。'],
    ['which ones', '被约谈的是谁', '少数实验区被有关部门约谈。'],
    ['what a table lists by its name', '湖南报了啥', '表2 2014年度新申报实验区名单'],
    ['how many stores by one', '要搭几个库', '建立项目库，推进资源共享。'],
    ['who did it', '哪些区会治矿山', '实验区工作自1986年开展以来，积累了丰富的经验。'],
  ])('%s', (_name, question, text) => {
    expect(lacks(question, text)).not.toEqual([])
  })

  test('where the passage goes on and on', () => {
    const list = '开通北京、上海、广州等11条航线。'
    expect(lacks('11条航线其余飞哪', '建成铁路、公路、机场。', list)).toContain('完整名单')
  })

  test('and a short question after another asks for the same', () => {
    expect(lacks('约谈的是哪几个实验区 点名了吗', '少数实验区被约谈。').length).toBeGreaterThan(1)
  })
})

test.each([
  ['天津、河北、山西和内蒙古等4家', 4],
  ['“转变经济发展方式”以及“保障和改善民生”两大任务', 2],
  ['一是完善政策，二是优化平台，三是营造环境', 3],
  ['内容涵盖：政策部署，科技行动，生态文明，低碳发展，地方对策等', 5],
  ['建成1家国家重点实验室、3家国家技术中心', 1],
  ['开展培训', 1],
])('items listed in %s: %i', (text, count) => {
  expect(itemsOf(text)).toBe(count)
})

test.each([
  ['9', 9],
  ['两', 2],
  ['十', 10],
  ['十三', 13],
  ['二十一', 21],
])('%s is %i', (text, value) => {
  expect(numeralValue(text)).toBe(value)
})
