import { describe, expect, test } from 'vitest'
import { readSpoken } from '../../../src/skills/trainings/spoken.ts'

describe('plain words about oneself and what is coming', () => {
  test.each([
    ['最近有什么培训', 'coming'],
    ['最近有什么培训吗？', 'coming'],
    ['近期有哪些培训', 'coming'],
    ['接下来有培训吗', 'coming'],
    ['现在有没有培训可以报名', 'coming'],
    ['有什么培训可以报名', 'coming'],
    ['我能参加哪些培训', 'coming'],
    ['下个月有什么培训', 'coming'],
    ['有培训吗', 'coming'],
    ['有没有培训', 'coming'],
    ['帮我报名培训', 'ask'],
    ['what trainings are coming', 'coming'],
    ['我的培训', 'mine'],
    ['我报了哪些培训', 'mine'],
    ['我报名了什么培训', 'mine'],
    ['我排第几', 'mine'],
    ['我报上了吗', 'mine'],
    ['我录取了没有', 'mine'],
    ['my trainings', 'mine'],
    ['我参加过哪些培训', 'past'],
    ['我的培训证书', 'past'],
    ['我要报名', 'ask'],
    ['我想报名参加', 'ask'],
    ['报名', 'ask'],
    ['我去不了了', 'decline'],
    ['我参加不了了', 'decline'],
    ['我不去了', 'decline'],
    ['我要取消报名', 'decline'],
    ['我临时有事去不了', 'decline'],
    ['还有名额吗', 'coming'],
    ['那个培训还有名额没有', 'coming'],
    ['报满了吗', 'coming'],
    ['我的证书', 'past'],
    ['培训证书怎么领', 'past'],
    ['那个培训给我报个名', 'ask'],
    ['我也去', 'ask'],
    ['我也想参加', 'ask'],
    ['算我一个', 'ask'],
    ['我去不了了，让小王替我', 'decline'],
    ['我去不了，换小李去', 'decline'],
    ['能不能让同事替我去', 'decline'],
    ['签到', 'sign-in'],
    ['怎么签到', 'sign-in'],
    ['新建培训', 'organize'],
    ['我要办一个培训', 'organize'],
    ['多少人报名了', 'organized'],
    ['谁报名了', 'organized'],
    ['报名名单', 'organized'],
    ['取消这个培训', 'organized'],
  ])('「%s」 is %s', (sentence, verb) => {
    expect(readSpoken(sentence)).toEqual({ verb })
  })

  test.each([
    ['报名呼和浩特的培训', 'ask', '呼和浩特'],
    ['我要报名呼和浩特的培训', 'ask', '呼和浩特'],
    ['我想参加低碳城镇培训班', 'ask', '低碳城镇'],
    ['呼和浩特的培训我去不了了', 'decline', '呼和浩特'],
    ['报名低碳那个', 'ask', '低碳'],
    ['我去不了呼和浩特的培训', 'decline', '呼和浩特'],
  ])('「%s」 is %s of %s', (sentence, verb, named) => {
    expect(readSpoken(sentence)).toEqual({ verb, named })
  })
})

describe('questions of policy stay with the documents', () => {
  test.each([
    '举办了哪些培训？',
    '2014年举办了哪些培训',
    '2014年有哪些培训',
    '今年举办了哪些培训和交流',
    '最近举办了哪些培训',
    '去英国的培训有多少人参加',
    '英国培训是什么时候',
    '气候变化培训班在哪里举办的',
    '呼和浩特培训有多少个实验区参加',
    '谁组织了低碳城镇培训',
    '实验区培训和交流有哪些安排',
    '2015年要组织哪些培训',
    '怎么报名验收',
    '申报实验区怎么报名',
    '新区申报的培训材料要交什么',
    '参加培训要交钱吗',
    '培训证书有什么用',
    '为什么我不能参加验收培训',
    '我们区去年参加了哪些培训',
    '有哪些培训',
    '什么是能力建设培训',
    '参加过验收的实验区有哪些',
    '报送的培训',
    '证书',
    '报名人数有什么限制',
    '谁组织了培训',
    '新区申报多少人参加了',
    '2014年培训多少人报名了',
    '组织培训有什么要求',
    '培训要取消哪些项目',
    '培训',
    '交流',
  ])('「%s」', (sentence) => {
    expect(readSpoken(sentence)).toBeUndefined()
  })
})
