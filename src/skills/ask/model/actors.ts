/** Whoever does, decides or receives something in these documents; swapping two of them turns a rule around. */
export const actors: readonly string[] =
  `实验区部门协调领导小组 协调领导小组 领导小组 实验区专家委员会 专家委员会 专家组 专家 会议 与会部门代表
  实验区办公室 省级科技主管部门 科技主管部门 主管部门 各成员单位 成员单位 中国21世纪议程管理中心
  科技部社会发展科技司 科技部科技评估中心 科技评估中心 科技部评估中心 国家外国专家局 国家外专局 外专局
  科技部 发改委 环保部 财政部 国务院 党中央国务院 自治区党委 自治区人民政府 科学技术厅 科技厅
  地方政府 各级政府 省政府 市政府 县政府 区政府 党委和政府 政府部门 政府
  各有关实验区 有关实验区 各实验区 少数实验区 国家级实验区 省级实验区 先进示范区 实验区 示范区
  企业 高校 科研院所 社会公众 县域型 城区型 地级市型 乡镇型 东部地区 中部地区 西部地区`.split(/\s+/u)

/** What is done: who reads 「强化宏观指导，简化程序」 must not be told 「简化宏观指导」. */
export const deeds: readonly string[] =
  `强化 简化 精炼 突出 完善 加强 提高 降低 增加 减少 增长 推进 推动 提升 优化 缩小 扩大 取消 保留 建立 撤销
  主办 承办 协办 委托 批准 批复 审核 评审 验收 申报 受理 编制 发布 公示 征求 组织 参加 提交 报送 推广 实施`.split(
    /\s+/u,
  )

/** Plans of five years. */
export const periods: readonly string[] = ['十一五', '十二五', '十三五', '十四五', '十五五']

/** A passage's own names: what stands in book marks. */
export function titlesIn(text: string): string[] {
  return [...text.matchAll(/《([^》]{2,40})》/gu)].map(([, title = '']) => title.replace(/\s/gu, ''))
}
