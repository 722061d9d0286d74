/**
 * Every number that Slack imposes, with its source. Lengths are counted as Slack counts them, in UTF-16 units at most.
 * Where Slack publishes no number, the source says where ours comes from and that it is ours.
 */
export const limits = {
  /** https://docs.slack.dev/reference/methods/chat.postMessage#truncating: longer text is truncated. */
  messageText: 40_000,
  /** https://docs.slack.dev/reference/block-kit/blocks: 50 blocks a message. */
  messageBlocks: 50,
  /**
   * Not published. Slack answers `msg_blocks_too_long` at about 13,200 characters of all blocks together, containers
   * counted in some way (https://github.com/slackapi/bolt-js/issues/2509, 12,000 'with a buffer for block containers';
   * #2867 saw 11,341 refused). Ours, with room: 10,000, counted by `unit` in unit.ts.
   */
  messageWeight: 10_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block, and text objects in general. */
  sectionText: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block: elements a block. */
  contextElements: 10,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block: elements a block. */
  actionsElements: 25,
  /** https://docs.slack.dev/reference/block-kit/blocks/table-block: rows (the header is one), cells a row, one table a message. */
  tableRows: 100,
  tableColumns: 20,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element: `action_id`, unique in its block. */
  actionId: 255,
  /** https://docs.slack.dev/reference/block-kit/blocks: `block_id`. */
  blockId: 255,
  /** https://docs.slack.dev/reference/views/modal-views: title, submit and close; blocks; `private_metadata`; `callback_id`. */
  viewTitle: 24,
  viewBlocks: 100,
  viewMetadata: 3_000,
  callbackId: 255,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block: the label. */
  inputLabel: 2_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  inputText: 3_000,
  placeholder: 150,
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element: options; groups of options. */
  options: 100,
  optionGroups: 100,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionText: 75,
  optionValue: 150,
  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses: 5 times within 30 minutes. */
  responses: 5,
  responsesWithinMs: 30 * 60_000,
  /** https://docs.slack.dev/apis/events-api#responding and interactivity alike: acknowledge within 3 seconds. */
  acknowledgeMs: 3_000,
  /** https://docs.slack.dev/apis/web-api/rate-limits: 1 message a second a channel. */
  messageEveryMs: 1_000,
  /** https://docs.slack.dev/apis/web-api/rate-limits, tier 3 (chat.update): 50 a minute; one message alone stays below. */
  updateEveryMs: 1_500,
  /** https://docs.slack.dev/apis/web-api/rate-limits, tier 4 (users.info): 100 a minute. */
  userLooksAMinute: 100,
  /** https://docs.slack.dev/reference/methods/conversations.open, `users`: 1 to 8. */
  peopleInRoom: 8,
  /** https://docs.slack.dev/reference/methods/conversations.history: messages a page, of which 15 for apps outside the Marketplace. */
  historyPage: 200,
} as const
