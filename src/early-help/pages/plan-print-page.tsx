import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { ShownContact } from '../queries/contacts.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { ShownAddress } from '../queries/people.ts'
import type { PlanNeed, PlanView } from '../queries/plan.ts'
import type { Dissent } from '../queries/putting-right.ts'
import { addressWords, contactWords } from '../words/people.ts'
import { editionWords } from '../words/plan.ts'
import { ended } from '../words/sentences.ts'
import { type RecordedPrint, SignedCopy } from './signed-copy.tsx'
import { ToldNote } from './told-note.tsx'

/** A plan as one reader is given it. */
export interface PlanForReader {
  /** Undefined for the page of the family itself. */
  readonly reader: { readonly name: string; readonly relative: string | null } | undefined
  readonly edition: 'plain' | 'large' | 'child'
  readonly plan: PlanView
  readonly needs: readonly PlanNeed[]
  readonly number: number
  /** Addresses that this reader may be shown, and nobody is shielded from them by. */
  readonly homes: readonly ShownAddress[]
  /** How people are reached, as far as this reader may be told; empty where nobody is named. */
  readonly contacts?: readonly ShownContact[]
  /** Whether words name what is shielded from this reader. */
  readonly told?: 'exact' | 'loose' | undefined
  /** What somebody says against the plan. */
  readonly dissents: readonly Dissent[]
}

interface Props extends PlanForReader {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly print?: RecordedPrint | undefined
  readonly leads: boolean
}

/**
 * The team as one reader may be told of it: by the same rule as addresses, a contact that is kept from them is not there, and whoever is nobody of the family,
 * or everybody together, is shown none that is kept from anybody (handbook of early help 1.1).
 */
export const teamFor = ({ plan: { who }, reader }: Pick<PlanForReader, 'plan' | 'reader'>) =>
  who.team
    .filter(({ endsOn }) => endsOn === null)
    .map(({ name, agency, role, contact, shieldedFrom }) => {
      const own = reader?.relative
      const isKept = own ? shieldedFrom.some((id) => who.keptAs(id) === who.keptAs(own)) : shieldedFrom.length > 0
      return { name, agency, role, contact: isKept ? '' : contact }
    })

/** Where people live, as this reader may be told, each place once with everybody there; a child's own page says no address. */
export function homesFor({ plan, homes, edition }: Pick<PlanForReader, 'plan' | 'homes' | 'edition'>): readonly string[] {
  if (edition === 'child') return []
  const places = Map.groupBy(homes, ({ kind, lines, postcode }) =>
    [kind === 'usual' ? '' : addressWords[kind], lines.replaceAll(/\s*\n\s*/g, ', '), postcode].filter(Boolean).join(', '),
  )
  return [...places].map(
    ([place, of]) => `${[...new Set(of.map(({ person }) => plan.who.nameOf({ relative: person })))].join(' and ')}: ${place}`,
  )
}

/** How people are reached, as this reader may be told; a child's own page says none. */
export const contactsShown = ({ plan, contacts = [], edition }: Pick<PlanForReader, 'plan' | 'contacts' | 'edition'>): readonly string[] =>
  edition === 'child'
    ? []
    : contacts.map(({ person, kind, value }) => `${plan.who.nameOf({ relative: person })}, ${contactWords[kind].toLowerCase()}: ${value}`)

/** What somebody says against the plan, but for what is withheld from this reader; on a child's own page nothing of it, unless the child said it. */
export const dissentsFor = ({
  plan: { who },
  reader,
  edition,
  dissents,
}: Pick<PlanForReader, 'plan' | 'reader' | 'edition' | 'dissents'>) =>
  dissents
    .filter(({ class: part, withheldFrom, who: name }) => {
      const own = reader?.relative
      const isKept = withheldFrom !== null && (!own || who.keptAs(withheldFrom) === who.keptAs(own))
      return part === 'plan' && !isKept && (edition !== 'child' || name === reader?.name)
    })
    .map(({ who: name, saidOn, about, words }) => `${name}, ${dayInWords(saidOn)}, about “${about}”: ${words}`)

/** An action in sentences: who does what, and by when. */
export function actionWords({ who }: PlanView, action: PlanView['actions'][number]): string {
  const when = action.state === 'done' ? 'Done.' : `By ${dayInWords(action.dueOn)}.`
  return `${who.nameOf(action)}: ${ended(action.what)} ${when}${action.state === 'proposed' ? ' We are asking them.' : ''}`
}

/** The plan on one page in the family's own words, to be read aloud, printed and signed (E4, handbook of early help 4). */
export function PlanPrintPage(props: Props): JSX.Element {
  const { visit, family, reader, edition, plan, needs, number, print, leads } = props
  const isChild = edition === 'child'
  const words = plan.versions.find((one) => one.number === number)?.familyWords ?? ''
  const [team, homes, against, reached] = [teamFor(props), homesFor(props), dissentsFor(props), contactsShown(props)]
  return (
    <Page
      visit={visit}
      title={reader ? `The plan, for ${reader.name}` : 'Our page'}
      breadcrumbs={[
        { text: 'Families', href: familyPaths.list() },
        { text: family.label, href: familyPaths.family(family.id) },
        { text: 'Plan and team', href: familyPaths.plan(family.id) },
      ]}
    >
      <div class={edition === 'plain' ? 'gt-plan-page' : 'gt-plan-page gt-plan-page--large'}>
        {props.told && <ToldNote told={props.told} from={reader ? 'this reader' : 'somebody of the family'} />}
        <PageHead title={isChild ? 'Our plan' : reader ? `The plan, for ${reader.name}` : 'Our page'} caption={`Version ${number}`} />
        {words !== '' && (
          <>
            <h2 class="govuk-heading-m">{isChild ? 'What we say' : 'In our own words'}</h2>
            <TypedWords words={words} />
          </>
        )}
        {needs.map((need) => (
          <section>
            <h2 class="govuk-heading-m">{need.outcome}</h2>
            {!isChild && <p class="gt-typed">{`Now: ${need.need}`}</p>}
            <ul class="govuk-list govuk-list--bullet">
              {plan.actions
                .filter((action) => action.need === need.id && action.state !== 'ended' && action.state !== 'declined')
                .map((action) => (
                  <li>{actionWords(plan, action)}</li>
                ))}
            </ul>
          </section>
        ))}
        <h2 class="govuk-heading-m">{isChild ? 'Who helps us' : 'Who is in the team'}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {team.map(({ name, agency, role, contact }) => (
            <li>{isChild ? `${name}, ${role}` : [name, agency, role, contact].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
        {homes.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Where people live</h2>
            <ul class="govuk-list govuk-list--bullet">
              {homes.map((home) => (
                <li dir="auto">{home}</li>
              ))}
            </ul>
          </>
        )}
        {reached.length > 0 && (
          <>
            <h2 class="govuk-heading-m">How people are reached</h2>
            <ul class="govuk-list govuk-list--bullet">
              {reached.map((contact) => (
                <li dir="auto">{contact}</li>
              ))}
            </ul>
          </>
        )}
        {against.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Who does not agree with this plan</h2>
            <ul class="govuk-list govuk-list--bullet">
              {against.map((words) => (
                <li dir="auto">{words}</li>
              ))}
            </ul>
          </>
        )}
        {reader && (
          <>
            <p class="govuk-body gt-sign-line">Signed</p>
            <p class="govuk-body gt-sign-line">Day</p>
          </>
        )}
        {print && <PrintSteps family={family} print={print} leads={leads} edition={edition} />}
      </div>
    </Page>
  )
}

function PrintSteps({
  family,
  print,
  leads,
  edition,
}: Pick<Props, 'family' | 'leads' | 'edition'> & { readonly print: NonNullable<Props['print']> }): JSX.Element {
  return (
    <div class="gt-no-print">
      <p class="govuk-body">
        {`${editionWords[edition]}. Print this page from your browser, or `}
        <a class="govuk-link" href={familyPaths.printPart(family.id, print.id, 'plan.pdf')}>
          take it as a PDF
        </a>
        {`. It is recorded as given to this reader, and stands here as it was printed on ${dayInWords(dayOf(print.enteredAt))}, without what is withheld from them today.`}
      </p>
      {print.signedOn ? (
        <SignedCopy family={family} print={print} leads={leads} signedOn={print.signedOn} />
      ) : (
        leads && (
          <a class="govuk-button govuk-button--secondary" href={familyPaths.printPart(family.id, print.id, 'signed')}>
            A signed copy came back
          </a>
        )
      )}
    </div>
  )
}
