import { type Context, Hono } from 'hono'
import { listPeopleWhoSignIn } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import { NotFound } from '#platform/refusals.ts'
import { succeed } from '#platform/result.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { certifyDestruction } from '../commands/part-two/certify-destruction.ts'
import { askHolders, confirmDestroyed, handOutCopy, recordEnded } from '../commands/part-two/copies.ts'
import { parseEndedCopy, parsePrintedCopy } from '../forms/exempt-copy.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { DestructionCertificatePage, ExemptCopiesPage, OwnCopyPage } from '../pages/exempt-copies-page.tsx'
import { partTwoPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findCopies, findCopy, findDestructionCertificates, type KeptCertificate } from '../queries/exempt-copies.ts'
import { guardedMeeting } from '../queries/meeting.ts'
import { findMeetingRules } from '../queries/meeting-rules.ts'
import { destructionDue, type ExemptCopy } from '../rules/exempt-copy.ts'
import { certificateDocument, copyName, destructionRuleWords } from '../words/destruction.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type AskedMeeting, askMeeting, meetingGate } from './gates.ts'

type AskedCopy = AskedMeeting & { readonly copy: ExemptCopy }
type AskedCertificate = AskedMeeting & { readonly certificate: KeptCertificate }

/** Copies of exempt papers that were handed out, and the certificate of their destruction (M16). */
export function exemptCopyRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const back = ({ meeting }: AskedMeeting): string => partTwoPaths.copies(meeting.id)
  pageAt(app, needs, '/meetings/:id/copies', copiesGate, copiesPage) // read exempt-copy
  actAt(
    app,
    needs,
    '/meetings/:id/copies/ask',
    meetingGate('record'),
    async (asked, doer) => leadTo(await askHolders(needs, doer, asked.meeting.id), () => back(asked)),
    back,
  ) // record meeting
  formAt(app, needs, '/meetings/:id/copies/printed', meetingGate('record'), async (asked) =>
    form(await printedShape(asked), parsePrintedCopy, async (doer, input) =>
      leadTo(await handOutCopy(needs, doer, asked.meeting.id, input), () => back(asked)),
    ),
  ) // record meeting
  actAt(
    app,
    needs,
    '/meetings/:id/copies/certify',
    meetingGate('record'),
    async (asked, doer) =>
      leadTo(await certifyDestruction(needs, doer, asked.meeting.id, asked.body.name), (number) =>
        partTwoPaths.certificate(asked.meeting.id, number),
      ),
    back,
  ) // record meeting
  pageAt(app, needs, '/meetings/:id/copies/certificates/:number', certificateGate, async (asked) => (
    <DestructionCertificatePage visit={asked.visit} head={headOf(asked)} certificate={asked.certificate} />
  )) // read destruction-certificate
  app.get('/meetings/:id/copies/certificates/:number/certificate.pdf', (c) => certificatePdf(needs, c)) // read destruction-certificate
  pageAt(app, needs, '/exempt-copies/:copy', copyGate('read'), ownPage) // read exempt-copy
  actAt(
    app,
    needs,
    '/exempt-copies/:copy/confirm',
    copyGate('confirm'),
    async ({ copy, standing }, doer) => {
      await confirmDestroyed(needs, doer, copy.id, standing.person?.id)
      return succeed(partTwoPaths.copy(copy.id))
    },
    ({ copy }) => partTwoPaths.copy(copy.id),
  ) // confirm exempt-copy
  formAt(app, needs, '/exempt-copies/:copy/end', copyGate('keep'), async (asked) =>
    form(endShape(asked), parseEndedCopy, async (doer, input) =>
      leadTo(await recordEnded(needs, doer, asked.copy.id, input), partTwoPaths.copies),
    ),
  ) // keep exempt-copy
  return app
}

const headOf = ({ meeting, body }: AskedMeeting) => ({ meeting: meeting.id, board: body, heldOn: meeting.heldOn })

/** Clerk and chair: a certificate and a list of copies go no further. */
const copiesGate: Gate<AskedMeeting> = async (reader, c) => {
  const asked = await meetingGate('read')(reader, c)
  const { meeting } = asked
  demandOf(asked.standing, asked.visit, { record: 'destruction-certificate', state: 'members', ties: { body: meeting.body } }, 'read')
  return asked
}

const certificateGate: Gate<AskedCertificate> = async (reader, c) => {
  const asked = await copiesGate(reader, c)
  const wanted = c.req.param('number')
  const certificate = (await findDestructionCertificates(reader, asked.meeting.id)).find(({ number }) => String(number) === wanted)
  if (!certificate) throw new NotFound('No such certificate.')
  return { ...asked, certificate }
}

/** A copy that one may know of; its holder need not be on the board any more. */
function copyGate(verb: 'read' | 'confirm' | 'keep'): Gate<AskedCopy> {
  return async (reader, c) => {
    const copy = await findCopy(reader, c.req.param('copy') ?? '')
    if (!copy) throw new NotFound('No such copy.')
    const asked = await askMeeting(reader, c, copy.meeting)
    const ties = { body: copy.body, ...(copy.person === null ? {} : { about: copy.person }) }
    demandOf(asked.standing, asked.visit, { record: 'exempt-copy', state: 'members', ties }, verb)
    return { ...asked, copy }
  }
}

async function copiesPage(asked: AskedMeeting) {
  const { reader, visit, meeting, may } = asked
  const { terms } = await findMeetingRules(reader, meeting.body, meeting.heldOn)
  const rule = terms?.confidentiality.value
  return (
    <ExemptCopiesPage
      visit={visit}
      head={headOf(asked)}
      rule={destructionRuleWords(rule)}
      dueOn={destructionDue(rule, meeting.heldOn)}
      copies={await findCopies(reader, meeting.id)}
      certificates={await findDestructionCertificates(reader, meeting.id)}
      mayRecord={may(guardedMeeting(meeting), 'record')}
      isOver={meeting.state === 'ended' || meeting.state === 'abandoned'}
    />
  )
}

async function ownPage(asked: AskedCopy) {
  const isOwn = asked.copy.person !== null && asked.copy.person === asked.standing.person?.id
  return <OwnCopyPage visit={asked.visit} head={headOf(asked)} copy={asked.copy} isOwn={isOwn} />
}

async function printedShape(asked: AskedMeeting): Promise<FormShape> {
  const people = await listPeopleWhoSignIn(asked.reader)
  return {
    title: 'Record a printed copy',
    caption: `${asked.body.name}, ${weekdayInWords(asked.meeting.heldOn)}`,
    breadcrumbs: [{ text: 'Copies of exempt papers', href: partTwoPaths.copies(asked.meeting.id) }],
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'Who got it?' },
          {
            kind: 'select',
            name: 'person',
            label: 'If they sign in here',
            hint: 'Then they can confirm the destruction themselves',
            none: 'They do not',
            options: people.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'short', name: 'number', label: 'Number on the copy', hint: 'Leave it empty for the next number' },
        ],
      },
    ],
    submit: 'Record it',
    first: {},
    cancel: partTwoPaths.copies(asked.meeting.id),
  }
}

function endShape({ copy }: AskedCopy): FormShape {
  return {
    title: 'What became of a copy',
    caption: `${copyName(copy)}: ${copy.name}`,
    breadcrumbs: [{ text: 'Copies of exempt papers', href: partTwoPaths.copies(copy.meeting) }],
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'ended',
            label: 'What became of it?',
            options: [
              { value: 'handed_back', text: 'It was handed back' },
              { value: 'destroyed', text: 'It was destroyed' },
            ],
          },
          { kind: 'lines', name: 'words', label: 'How is that known?', rows: 2 },
        ],
      },
    ],
    submit: 'Record it',
    first: {},
    cancel: partTwoPaths.copies(copy.meeting),
  }
}

async function certificatePdf(needs: MeetingsNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const { visit, certificate, meeting } = await readAs(needs.db, c.get('visit'), (reader) => certificateGate(reader, c))
  const { pdf } = await typesetDocument(certificateDocument(certificate, visit.partnership))
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="destruction-${meeting.heldOn.toString()}-${certificate.number}.pdf"`,
    'cache-control': 'private, no-store',
  })
}
