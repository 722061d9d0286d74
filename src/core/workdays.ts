import type { LocalDate } from './clock.ts'

/** Which days are workdays by the State Council's holiday arrangement, and counting in them. */
export interface Workdays {
  isWorkday(date: LocalDate): boolean
  /** That day if it is a workday, else the last workday before it. */
  onOrBefore(date: LocalDate): LocalDate
  /** The workday that comes so many workdays after that day (negative: before it); 0 is the day itself. */
  add(date: LocalDate, workdays: number): LocalDate
  /** How many workdays lie after the first day up to and including the second; 0 where the second is not later. */
  between(from: LocalDate, to: LocalDate): number
  /**
   * False where nobody has published that year's arrangement yet: its days are then taken as an ordinary calendar has
   * them, Monday to Friday, and people have to be told so.
   */
  published(year: number): boolean
}
