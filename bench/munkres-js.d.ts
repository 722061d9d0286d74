declare module 'munkres-js' {
  /** Rows and columns that cost least together; each row has one column. */
  export default function munkres(
    costs: readonly (readonly number[])[],
  ): (readonly [row: number, column: number])[]
}
