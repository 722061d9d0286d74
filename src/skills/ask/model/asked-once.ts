/** What several ask for at the same time is worked on once. */
export class AskedOnce<Step, Result> {
  private readonly underWay = new Map<string, Promise<Result | undefined>>()

  /**
   * Does the work, or waits for the end of the same work that somebody else has begun.
   * @param work yields what there is so far, to whoever began it
   * @param concerns whether a result is everybody's; where it is not, the next of those who wait begins anew, as after
   * work that was left or failed
   */
  async *run(
    key: string,
    work: () => AsyncGenerator<Step, Result>,
    concerns: (result: Result) => boolean,
  ): AsyncGenerator<Step, Result> {
    for (;;) {
      const begun = this.underWay.get(key)
      if (begun === undefined) return yield* this.begin(key, work, concerns)
      const result = await begun
      if (result !== undefined) return result
    }
  }

  private async *begin(
    key: string,
    work: () => AsyncGenerator<Step, Result>,
    concerns: (result: Result) => boolean,
  ): AsyncGenerator<Step, Result> {
    let tell: (result: Result | undefined) => void = () => undefined
    this.underWay.set(
      key,
      new Promise((resolve) => {
        tell = resolve
      }),
    )
    let everybodys: Result | undefined
    try {
      const result = yield* work()
      if (concerns(result)) everybodys = result
      return result
    } finally {
      this.underWay.delete(key)
      tell(everybodys)
    }
  }
}
