import type { DateFault } from '../../../core/read-date.ts'
import type { Told } from '../../../core/request.ts'
import type { LineFault } from './typed/programme.ts'

type Names = readonly string[]

/** What could not be read or is wrong; parts of a sentence, so that a list of them reads well. */
export interface FaultWords {
  tooLong(length: number, most: number): string
  day(at: string, fault: DateFault): string
  kind(at: string): string
  audience(words: Names): string
  seats(at: string): string
  quotas(parts: Names): string
  quotasSeveral(parts: Names): string
  session(line: number, at: string, fault: LineFault['fault']): string
  materials(lines: Names): string
  hold(at: string): string
  readonly begun: string
  readonly closed: string
  readonly nobody: string
  beyondProvince(province: string): string
}

/** Why nothing came of what an organizer did, and what to do. */
export interface ProblemWords {
  readonly gone: Told
  readonly oneFile: Told
  tooLarge(file: string): Told
  draft(title: string): Told
  noTraining(typed: string): Told
  severalTrainings(typed: string, titles: Names): Told
  readonly noOrganization: Told
  published(title: string): Told
  cancelled(title: string): Told
  over(title: string): Told
  begun(title: string): Told
  notOver(title: string, end: string): Told
  notBegun(title: string, starts: string): Told
  notToday(title: string, starts: string): Told
  wrong(faults: Names): Told
  previewAgain(title: string): Told
  differs(label: string, is: string, typed: string): string
  changedMeanwhile(title: string, differing: Names): Told
  tooFewSeats(over: number, names: Names): Told
  tooEarly(title: string, from: string): Told
  closed(title: string, until: string): Told
  full(name: string, waiting: number): Told
  notRegistered(name: string, title: string): Told
  refused(title: string): Told
  readonly noNames: Told
  names(faults: Names): Told
  several(names: Names): string
  notYours(names: Names): string
  notMembers(names: Names): string
  notOnRoster(names: Names): string
  readonly nobodyToNominate: Told
  notInvited(title: string, names: Names): Told
  readonly noReason: Told
  readonly cancelReason: Told
  seatFirst(names: Names): Told
  readonly badCode: Told
  wrongCode(left: number): Told
  codeLocked(until: string): Told
  noSeat(title: string): Told
  nobodyCame(title: string): Told
  noCertificate(number: string): Told
}
