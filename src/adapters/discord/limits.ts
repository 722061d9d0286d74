/**
 * Every number that Discord imposes on what this adapter sends, each with its page under
 * https://discord.com/developers/docs. Discord counts characters; we count UTF-16 units, which are never fewer.
 */
export const limits = {
  /** resources/message#create-message-jsonform-params, `content`. */
  content: 2_000,
  /** resources/message#embed-object-embed-limits. */
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  embedFooter: 2_048,
  /** resources/message#embed-object-embed-limits: title, description, fields and footers of one message's embeds together. */
  embedSet: 6_000,
  /** components/reference#action-row: five buttons a row; five rows a message (components/reference#legacy-message-component-behavior). */
  rows: 5,
  buttonsInRow: 5,
  /** components/reference#button-button-structure. */
  buttonLabel: 80,
  /** components/reference#anatomy-of-a-component, `custom_id`: 1 to 100 characters, unique in its message. */
  customId: 100,
  /** interactions/receiving-and-responding#interaction-response-object-modal. */
  modalTitle: 45,
  modalInputs: 5,
  /** components/reference#label-label-structure. */
  inputLabel: 45,
  inputDescription: 100,
  /** components/reference#text-input-text-input-structure. */
  inputPlaceholder: 100,
  inputValue: 4_000,
  /** components/reference#string-select-string-select-structure. */
  selectOptions: 25,
  selectLabel: 100,
  selectValue: 100,
  /** interactions/application-commands#application-command-object-application-command-structure. */
  commandDescription: 100,
  commandOptions: 25,
  /** interactions/application-commands#application-command-object-application-command-option-choice-structure. */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** resources/message#create-message-jsonform-params, `nonce`. */
  nonce: 25,
  /** resources/channel#start-thread-from-message-json-params, `name`. */
  threadName: 100,
  /** resources/message#get-channel-messages-query-string-params, `limit`. */
  history: 100,
  /** resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-structure: `name`, `description`. */
  eventName: 100,
  eventDescription: 1_000,
  /** resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-metadata: `location`. */
  eventLocation: 100,
  /** interactions/receiving-and-responding#interaction-callback: the first answer, milliseconds. */
  acknowledgement: 3_000,
} as const
