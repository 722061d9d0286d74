export type TrainingFaultName =
  | 'no-title'
  | 'long-title'
  | 'no-kind'
  | 'no-days'
  | 'bad-date'
  | 'ends-first'
  | 'too-long'
  | 'no-audience'
  | 'no-capacity'
  | 'bad-capacity'
  | 'bad-quota'
  | 'quota-twice'
  | 'quota-unknown'
  | 'quotas-exceed'
  | 'no-registration'
  | 'registration-late'
  | 'registration-backwards'
  | 'bad-hold'
  | 'bad-link'
  | 'question-twice'
  | 'no-choices'
  | 'too-many-sessions'
  | 'bad-time'
  | 'session-outside'
  | 'session-endless'
  | 'no-topic'
  | 'overlap'
  | 'lecturer-twice'

/** Not wrong, but an organizer should have seen it before publishing. */
export type TrainingNoteName = 'local-times' | 'no-programme' | 'no-place' | 'past'

export interface Named<Name> {
  readonly name: Name
  /** What it is about, in the organizer's words or as figures, for the sentence. */
  readonly values: readonly string[]
}

export type TrainingFault = Named<TrainingFaultName>
export type TrainingNote = Named<TrainingNoteName>

export const fault = (name: TrainingFaultName, ...values: readonly (string | number)[]): TrainingFault => ({
  name,
  values: values.map(String),
})
