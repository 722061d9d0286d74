import { note, privately, reply, withFiles } from '../../../core/reply.ts'
import { type Handle, problem } from '../../../core/request.ts'
import { certificates } from '../organizing/giving-out.ts'
import type { OrganizingParts } from '../organizing/parts.ts'
import { certificateNumber, printCertificates } from '../papers/certificate.ts'
import { hallMeant } from '../parts.ts'
import { endOf } from '../seats/times.ts'
import { words } from '../words.ts'
import { attendee } from './acting.ts'

/** A certificate for whoever was there, any number of times: it bears the same number each time. */
export function makeCertifying(parts: OrganizingParts) {
  return {
    async certificate(request) {
      const { caller } = request
      const { member } = attendee(caller)
      const { training, registrations } = await hallMeant(parts, request)
      const say = words[caller.locale]
      const registration = registrations.find((it) => it.member === member.id)
      if (registration?.attendedAt === undefined) throw problem(say.problems.notAttended)
      const at = parts.clock.now()
      if (training.state !== 'held' && at < endOf(training))
        throw problem(say.problems.notOver(training.title))
      const organization = (await parts.organizations.find(registration.organization))?.name
      const number = certificateNumber(training, registration, await parts.secrets.of(certificates))
      const entry = { registration, organization: organization ?? registration.organization }
      const { bytes } = await printCertificates(training, [{ entry, number }], { at }, caller.locale)
      return privately(
        withFiles(reply(say.did.certificate(training.title), note(say.did.certificateNumber(number))), {
          name: `${say.buttons.certificate} ${training.title} ${registration.name}.pdf`,
          type: 'application/pdf',
          bytes,
        }),
      )
    },
  } satisfies Readonly<Record<string, Handle>>
}
