import type { JSX } from 'hono/jsx/jsx-runtime'
import { ocidPrefixPath, openTermsPath } from '#commissioning/public.ts'
import { areasPath } from '#governance/area-paths.ts'
import { bankHolidaysPath, partnershipLogoPath, partnershipNamePath } from '#governance/paths.ts'
import { datedRulesPath } from '#governance/rule-paths.ts'
import { topicPaths } from '#meetings/public.ts'
import { nationalPaths } from '#performance/paths.ts'
import type { AuditLine } from '#platform/database/audit-log.ts'
import type { KeptMail } from '#platform/mail/kept-mail.ts'
import { CardGrid, LinkCard } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { actInWords, subjectAddress } from '../audit-words.ts'
import type { ListPart } from '../list-part.ts'
import { homePaths } from '../paths.ts'

const administration = { text: 'Administration', href: homePaths.administration }

/** Where an administrator begins. */
export function AdministrationPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Administration" width="workspace">
      <PageHead
        title="Administration"
        lead="You keep the partnership’s bodies, people and accounts. No page shows you exempt papers: for that one needs a seat or a clerk’s office. A full export holds them, and is written into the audit."
      />
      <CardGrid>
        <LinkCard title="Name" href={partnershipNamePath}>
          <p>What the partnership is called at the top of every page.</p>
        </LinkCard>
        <LinkCard title="Own mark" href={partnershipLogoPath}>
          <p>The picture that stands at the top of every page, on packs and on minutes.</p>
        </LinkCard>
        <LinkCard title="Bodies" href="/boards">
          <p>Boards and groups, their status, settings and relationships.</p>
        </LinkCard>
        <LinkCard title="Organisations" href="/organisations">
          <p>Agencies by sector, their names over time and who succeeded them.</p>
        </LinkCard>
        <LinkCard title="People" href="/people">
          <p>People, the posts they hold, and invitations to sign in.</p>
        </LinkCard>
        <LinkCard title="Areas" href={areasPath}>
          <p>Counties, districts and other areas, and the boards that serve them.</p>
        </LinkCard>
        <LinkCard title="Rates and rules of the law" href={datedRulesPath}>
          <p>
            What holds from when to when, and by what right: notice, presence in the room, miles, opinions that plans must carry, deadlines
            of complaints and responses, small numbers, charts.
          </p>
        </LinkCard>
        <LinkCard title="Bank holidays" href={bankHolidaysPath}>
          <p>The days that no deadline counts, and those announced since.</p>
        </LinkCard>
        <LinkCard title="Topics" href={topicPaths.topics}>
          <p>What matters of all boards are found and followed by.</p>
        </LinkCard>
        <LinkCard title="Published figures" href={nationalPaths.readIn}>
          <p>The files of what is published of every local authority, which measures are compared with.</p>
        </LinkCard>
        <LinkCard title="Posts in early help" href={homePaths.families}>
          <p>Who works with families. A post opens no family: the family’s agreement does.</p>
        </LinkCard>
        <LinkCard title="Open contracting data" href={ocidPrefixPath}>
          <p>The prefix under which your contracts come out for programs, assigned once.</p>
        </LinkCard>
        <LinkCard title="Licence of open data" href={openTermsPath}>
          <p>Under which licence everybody may use what comes out, and the prefix of your grants.</p>
        </LinkCard>
        <LinkCard title="Mail" href={homePaths.mail}>
          <p>Mail that could not leave because no mail server is set.</p>
        </LinkCard>
        <LinkCard title="Who follows" href="/admin/followers">
          <p>How many people get mails about what comes out. Their addresses are nobody’s to see.</p>
        </LinkCard>
        <LinkCard title="Audit" href={homePaths.audit}>
          <p>Who did what, sealed in a chain that shows tampering.</p>
        </LinkCard>
        <LinkCard title="Export" href={homePaths.exported}>
          <p>Everything that was decided and published, as one file that another installation reads.</p>
        </LinkCard>
      </CardGrid>
    </Page>
  )
}

/** Mail that was kept here. */
export function KeptMailPage({ visit, mails }: { readonly visit: Visit; readonly mails: ListPart<KeptMail> }): JSX.Element {
  return (
    <Page visit={visit} title="Mail kept here" width="workspace" breadcrumbs={[administration]}>
      <PageHead
        title="Mail kept here"
        lead="Without a mail server (SMTP_URL), mail is kept here instead of being sent. The latest 2,000 are listed."
      />
      {mails.lines.length === 0 ? (
        <EmptyState title="No mail is kept" text="Either none was written, or a mail server takes it." />
      ) : (
        <DataTable
          caption="Mail, the latest first"
          narrow="stack"
          columns={[{ heading: 'Subject' }, { heading: 'To' }, { heading: 'Kept' }]}
          rows={mails.lines.map(({ id, subject, recipient, keptAt }) => ({
            cells: [
              <a class="govuk-link" href={homePaths.keptMail(id)}>
                {subject}
              </a>,
              recipient,
              <InstantText instant={keptAt} />,
            ],
          }))}
        />
      )}
      <Pager label="Mail" page={mails.page} pages={mails.pages} hrefOf={(page) => `${homePaths.mail}?page=${page}`} />
    </Page>
  )
}

/** One kept mail, as its reader would have seen it. */
export function OneMailPage({ visit, mail }: { readonly visit: Visit; readonly mail: KeptMail }): JSX.Element {
  return (
    <Page visit={visit} title={mail.subject} breadcrumbs={[administration, { text: 'Mail kept here', href: homePaths.mail }]}>
      <PageHead title={mail.subject} caption={`To ${mail.recipient}`} />
      <p>
        Kept <InstantText instant={mail.keptAt} />
      </p>
      <div class="gt-mail">
        {mail.text.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph.split('\n').flatMap((line, index) => (index === 0 ? linked(line) : [<br />, ...linked(line)]))}</p>
        ))}
      </div>
    </Page>
  )
}

function linked(line: string): (string | JSX.Element)[] {
  return line.split(/(https?:\/\/\S+)/).map((piece, index) =>
    index % 2 === 1 ? (
      <a class="govuk-link gt-break" href={piece}>
        {piece}
      </a>
    ) : (
      piece
    ),
  )
}

/** What was acted on: a link where an administrator can look at it; its id in any case, which is what the audit holds. */
function SubjectOf({ line: { subjectType, subject } }: { readonly line: AuditLine }): JSX.Element {
  const address = subjectAddress(subjectType, subject)
  const name = `${subjectType.replaceAll('-', ' ')} ${subject}`
  if (address === undefined) return <span class="gt-break">{name}</span>
  return (
    <a class="govuk-link gt-break" href={address}>
      {name}
    </a>
  )
}

/** The latest entries of the audit. */
export function AuditPage({ visit, lines }: { readonly visit: Visit; readonly lines: ListPart<AuditLine> }): JSX.Element {
  return (
    <Page visit={visit} title="Audit" width="workspace" breadcrumbs={[administration]}>
      <PageHead
        title="Audit"
        lead="Every act, by reference and never by content. Sealed entries are chained; ‘npm run audit -- verify’ recomputes the chain."
        actions={
          <a class="govuk-link" href={homePaths.auditCsv}>
            Download as CSV
          </a>
        }
      />
      <DataTable
        caption="The latest 200 entries"
        narrow="stack"
        columns={[
          { heading: 'Act' },
          { heading: 'When' },
          { heading: 'Who' },
          { heading: 'What' },
          { heading: 'Sealed as', numeric: true },
        ]}
        rows={lines.lines.map((line) => ({
          cells: [
            actInWords(line.act),
            <InstantText instant={line.at} />,
            line.actorName,
            <SubjectOf line={line} />,
            line.number === null ? 'not yet' : `${line.number}`,
          ],
        }))}
      />
      <Pager label="Audit" page={lines.page} pages={lines.pages} hrefOf={(page) => `${homePaths.audit}?page=${page}`} />
    </Page>
  )
}
