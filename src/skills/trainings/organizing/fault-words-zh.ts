import type { FaultWords, ProblemWords } from './fault-words.ts'

const names = (all: readonly string[]) => all.join('、')

export const faultsZh: FaultWords = {
  tooLong: (length, most) => `一项里有 ${length} 个字，最多 ${most} 个`,
  day: (at, fault) =>
    ({
      empty: '日期是空的',
      unreadable: `「${at}」读不成日期，请写 2014-10-15 或 2014年10月15日至16日`,
      impossible: `「${at}」不是日历上的日期`,
      'no-year': `「${at}」没有写年份`,
      'no-day': `「${at}」没有写哪一天`,
      ambiguous: `「${at}」分不清月和日，请写 2014-06-05`,
    })[fault],
  kind: (at) => `没有「${at}」这一类`,
  audience: (all) => `面向谁：不认识「${all.join('」「')}」`,
  seats: (at) => `名额「${at}」不是数`,
  quotas: (all) => `预留名额里「${all.join('」「')}」没有读懂，请写「江苏 3」，名称用省名或单位名`,
  quotasSeveral: (all) => `预留名额里「${all.join('」「')}」可能是几家单位，请写全名`,
  session: (line, at, fault) =>
    ({
      'no-time': `日程第 ${line} 行「${at}」没有时间，请写 09:00-10:30`,
      'no-day': `日程第 ${line} 行「${at}」没有说是哪一天`,
      empty: `日程第 ${line} 行没有日期`,
      unreadable: `日程第 ${line} 行「${at}」读不成日期`,
      impossible: `日程第 ${line} 行「${at}」不是日历上的日期`,
      'no-year': `日程第 ${line} 行「${at}」没有年份`,
      ambiguous: `日程第 ${line} 行「${at}」分不清月和日`,
    })[fault],
  materials: (all) => `材料「${all.join('」「')}」没有网址`,
  hold: (at) => `保留时间「${at}」不是数`,
  begun: '开始的时间已经过去，请核对日期',
  closed: '报名截止已经过去，请改到今天以后',
  nobody: '面向的范围里一家单位也没有',
  beyondProvince: (province) => `${province}只能面向本省的单位；面向外省的请由实验区办公室发布`,
}

export const problemsZh: ProblemWords = {
  oneFile: ['一次只能读一个文件。', '请一个一个发；每个文件读成一个培训的草稿。'],
  tooLarge: (file) => [`「${file}」太大，没有读。`, '请只发通知本身，20 MB 以内。'],
  gone: ['没有这个培训，或它已被删除。', '发送 /alliance training 看您组织的。'],
  draft: (title) => [`「${title}」还是草稿。`, '发布以后才能这样做。'],
  noTraining: (typed) => [`您组织的培训里没有「${typed}」。`, '发送 /alliance training 看有哪些。'],
  severalTrainings: (typed, titles) => [
    `「${typed}」可能是：${titles.join('；')}。`,
    '请把名称写得完整一些。',
  ],
  noOrganization: ['培训要有组织单位，而您现在不属于任何单位。', '请先用邀请码加入，或在聊天里由成员新建。'],
  published: (title) => [`「${title}」已经发布，不能删除。`, '不办了请用「取消培训」，报名的人会收到消息。'],
  cancelled: (title) => [`「${title}」已经取消。`, '要重新办，请新建一个。'],
  over: (title) => [`「${title}」已经办完，不能再改。`, '名单和签到仍可查看和补签。'],
  begun: (title) => [`「${title}」已经开始，不能再推荐。`, '到场的人请用「直接录取」。'],
  notOver: (title, end) => [
    `「${title}」还没有办完，${end} 结束。`,
    '办完后再点「结束」；不办了请用「取消培训」。',
  ],
  notBegun: (title, starts) => [`「${title}」${starts} 才开始，现在还不能签到。`, '请到当天再签。'],
  notToday: (title, starts) => [
    `今天不是「${title}」的日子，它 ${starts} 开始。`,
    '从前一天报到起可以显示签到码。',
  ],
  wrong: (faults) => [`还不能这样做：${faults.join('；')}。`, '请改好再试，已保存的内容都在。'],
  previewAgain: (title) => [`「${title}」在您预览之后又改过，没有发布。`, '请重新预览，看过再发布。'],
  differs: (label, is, typed) => `${label}：现在是「${is}」，您写的是「${typed}」`,
  changedMeanwhile: (title, differing) => [
    `您打开表单以后，别人先改了「${title}」，您的没有保存。${differing.length > 0 ? `不同的地方：${differing.join('；')}。` : '内容与您写的相同。'}`,
    '请重新打开表单，里面是现在的内容，再改一次。',
  ],
  tooFewSeats: (over, all) => [
    `减少后放不下：还有 ${over} 人已录取或已为其保留名额，没有修改。最后得到名额的是：${names(all)}。`,
    '请先商量好谁不来，用「取消某人报名」，再减少名额。',
  ],
  tooEarly: (title, from) => [`「${title}」还没有开始报名，${from} 开始。`, '到时再推荐。'],
  closed: (title, until) => [`「${title}」的报名已于 ${until} 截止。`, '还要加人，请联系主办单位直接录取。'],
  full: (name, waiting) => [
    `没有空的名额给${name}（候补 ${waiting} 人）。`,
    '请先取消别人的报名，或增加名额。',
  ],
  notRegistered: (name, title) => [`${name}没有报名「${title}」。`, '请看名单核对姓名。'],
  refused: (title) => [`「${title}」现在不能这样做。`, '请重新打开看看现在的情况。'],
  noNames: ['没有写姓名。', '请写姓名，用、分开。'],
  names: (faults) => [`谁也没有动：${faults.join('；')}。`, '请改好姓名，再发一次。'],
  several: (all) => `同名的有几位，请写「姓名（单位）」：${names(all)}`,
  notYours: (all) => `贵省的成员里没有${names(all)}，请核对姓名，或请其先用邀请码加入`,
  notMembers: (all) => `成员里没有${names(all)}，请核对姓名，或请其先用邀请码加入`,
  notOnRoster: (all) => `名单上没有${names(all)}`,
  nobodyToNominate: ['贵省还没有人加入，无人可推荐。', '请先给实验区发邀请码。'],
  notInvited: (title, all) => [
    `「${title}」不面向这些人的单位：${names(all)}。谁也没有推荐。`,
    '请去掉他们，再推荐一次。',
  ],
  cancelReason: ['没有说明原因，没有取消。', '请再点「确定取消」并填写原因，报名的人会看到。'],
  noReason: ['没有写理由。', '请写一句理由，它记在这个人的报名记录里。'],
  seatFirst: (all) => [`没有名额，不能签到：${names(all)}。`, '还有空位的话，请先「直接录取」，再补签。'],
  badCode: ['签到码是四位数字。', '请看现场的屏幕，发送「签到」和四位数字。'],
  wrongCode: (left) => [
    '签到码不对，或已经换过。',
    left > 0 ? `请看现场的屏幕再试，一小时内还可以试 ${left} 次。` : '已经错了五次，请找现场的工作人员签到。',
  ],
  codeLocked: (until) => [`错的次数太多了，${until} 以后再试。`, '已经到场的话，请找现场的工作人员签到。'],
  noSeat: (title) => [
    `您没有「${title}」的名额，没有签到。`,
    '您在现场的话，请找工作人员；有空位可以当场录取。',
  ],
  nobodyCame: (title) => [`「${title}」还没有人签到，没有可发的证书。`, '请先核对签到。'],
  noCertificate: (number) => [
    `没有编号为「${number}」的证书。`,
    '请核对编号；仍查不到的，证书不是本联盟发的。',
  ],
}
