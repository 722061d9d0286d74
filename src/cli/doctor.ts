import type { Command } from 'commander'
import pc from 'picocolors'
import { type AddCommand, done, failed } from './host.ts'
import type { CliWords } from './words.ts'

/** `alliance doctor`: what is well, what is not, and what to do about it. */
export function doctorCommand(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('doctor')
      .description(say.doctor.about)
      .action((_options: object, command: Command) =>
        run(command, async ({ host, flags, out }) => {
          const findings = await host.app.diagnose(flags)
          const sick = findings.some((it) => it.state === 'failed')
          if (flags.json) {
            await out(JSON.stringify({ ok: !sick, findings }))
            return sick ? failed : done
          }
          const colors = pc.createColors(host.output.isTTY === true)
          const marks = { ok: colors.green('✓'), hint: colors.yellow('·'), failed: colors.red('✗') }
          for (const { name, state, what, remedy } of findings) {
            await out(`${marks[state]} ${name}：${what}${remedy === undefined ? '' : `\n    → ${remedy}`}`)
          }
          await out(sick ? say.doctor.sick : say.doctor.well)
          return sick ? failed : done
        }),
      )
  }
}
