import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { Contents } from '#platform/web/components/contents.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import { membershipDemands } from '../rules/terms/demands.ts'
import { procedureDemands } from '../rules/terms/demands-procedure.ts'
import type { TermsSeat } from '../rules/terms/membership.ts'
import type { Rule, RuleStatus } from '../rules/terms/parts.ts'
import { type RuleName, ruleNames, type Terms } from '../rules/terms/terms.ts'
import { memberDemandWords, ruleTitles, votesOnWords } from '../rules/terms/wording.ts'
import { labelOf, votingLabels } from '../words/labels.ts'
import { ruleStatusWords } from '../words/rules.ts'

type Group = 'membership' | 'meetings' | 'decisions' | 'openness'

const groupTitles: Readonly<Record<Group, string>> = {
  membership: 'Membership',
  meetings: 'Meetings and papers',
  decisions: 'Decisions',
  openness: 'Openness and the record',
}

const groups = Object.keys(groupTitles) as Group[]

/** Under which heading each rule is read; the purpose stands above them all. */
const groupOfRule: Readonly<Record<Exclude<RuleName, 'purpose'>, Group>> = {
  chair: 'membership',
  deputyChair: 'membership',
  absenceOfBoth: 'membership',
  deputies: 'membership',
  attendance: 'membership',
  frequency: 'meetings',
  longestMinutes: 'meetings',
  quorum: 'meetings',
  remote: 'meetings',
  standingItems: 'meetings',
  nominateItems: 'meetings',
  intake: 'meetings',
  papersDue: 'meetings',
  agendaOut: 'meetings',
  latePapers: 'meetings',
  responsibilities: 'decisions',
  functions: 'decisions',
  voting: 'decisions',
  disputes: 'decisions',
  reporting: 'decisions',
  reviewEveryMonths: 'decisions',
  publicAccess: 'openness',
  confidentiality: 'openness',
  interests: 'openness',
  draftMinutes: 'openness',
  minutesPublished: 'openness',
  minuteNumbers: 'openness',
  decisionNumbers: 'openness',
}

/** A rule of which there is nothing to read but its name. */
function isSilent(terms: Terms, name: RuleName): boolean {
  const { status, readings, chosenBy, note } = terms[name] as Rule<unknown>
  return status === 'not-stated' && demandsOf(terms, name).length === 0 && !readings?.length && !chosenBy && !note
}

function rulesOf(terms: Terms, group: Group): readonly RuleName[] {
  return ruleNames.filter((name) => name !== 'purpose' && groupOfRule[name] === group && !isSilent(terms, name))
}

function silentRules(terms: Terms): readonly RuleName[] {
  return ruleNames.filter((name) => name !== 'purpose' && isSilent(terms, name))
}

/** What stands on a page of terms, to go there at once. */
export function TermsContents({ terms, findings }: { readonly terms: Terms; readonly findings: number }): JSX.Element {
  const parts: readonly (readonly [id: string, text: string, shown: boolean])[] = [
    ['findings', `What the checker found (${findings})`, true],
    ...groups.map((group) => [group, groupTitles[group], rulesOf(terms, group).length > 0] as const),
    ['not-stated', `What the terms do not say (${silentRules(terms).length})`, silentRules(terms).length > 0],
    ['seats', 'Seats', terms.seats.length > 0],
    ['composition', 'Who must be on it', terms.composition !== undefined],
    ['versions', 'Versions', true],
  ]
  return <Contents parts={parts.flatMap(([id, text, shown]) => (shown ? [[id, text] as const] : []))} />
}

/** The rules under four headings, then the names of those that the terms leave out, then the seats. */
export function RuleGroups({ terms }: { readonly terms: Terms }): JSX.Element {
  const silent = silentRules(terms)
  return (
    <>
      {groups
        .map((group) => ({ group, names: rulesOf(terms, group) }))
        .filter(({ names }) => names.length > 0)
        .map(({ group, names }) => (
          <Card id={group} title={groupTitles[group]} flush>
            <ul class="gt-verdicts">
              {names.map((name) => (
                <RuleItem terms={terms} name={name} />
              ))}
            </ul>
          </Card>
        ))}
      {silent.length > 0 && (
        <Card
          id="not-stated"
          title="What the terms do not say"
          lead="Goldenthread supposes nothing here: the clerk and the chair decide when it matters, and the record says so."
        >
          <ul class="gt-name-list">
            {silent.map((name) => (
              <li id={name}>{ruleTitles[name]}</li>
            ))}
          </ul>
        </Card>
      )}
      <SeatsOf terms={terms} />
      <DemandsOf terms={terms} />
    </>
  )
}

const statusMeanings: Readonly<Record<RuleStatus, StatusMeaning>> = {
  stated: 'good',
  'not-stated': 'unknown',
  contradictory: 'warning',
  chosen: 'information',
}

/** What a rule of the terms demands, in sentences; none where it is not stated. */
function demandsOf(terms: Terms, name: RuleName): readonly string[] {
  const all: Readonly<Record<RuleName, (terms: Terms) => readonly string[]>> = { ...membershipDemands, ...procedureDemands }
  return all[name](terms)
}

function RuleItem({ terms, name }: { readonly terms: Terms; readonly name: RuleName }): JSX.Element {
  const rule: Rule<unknown> = terms[name] as Rule<unknown>
  const meaning = statusMeanings[rule.status]
  const demands = demandsOf(terms, name)
  return (
    <li class={`gt-verdict gt-verdict--${meaning}`} id={name}>
      <div class="gt-verdict__head">
        <h3 class="gt-verdict__title">{ruleTitles[name]}</h3>
        <StatusPill meaning={meaning}>{ruleStatusWords[rule.status]}</StatusPill>
      </div>
      <Demands demands={demands} />
      {rule.readings?.map(({ source, text }, index) => (
        <p class="gt-verdict__demands">
          <b>Reading {index + 1}:</b> {text} <span class="gt-verdict__source">{sourceWords(terms, source)}</span>
        </p>
      ))}
      {rule.chosenBy && <p class="gt-verdict__demands">Chosen by {rule.chosenBy}, where the source leaves it open.</p>}
      {rule.note && <p class="gt-verdict__demands">{rule.note}</p>}
      {rule.source && <p class="gt-verdict__source">{sourceWords(terms, rule.source)}</p>}
    </li>
  )
}

function Demands({ demands }: { readonly demands: readonly string[] }): JSX.Element {
  if (demands.length === 0) return <p class="gt-verdict__evidence gt-missing">The terms do not say.</p>
  if (demands.length === 1) return <p class="gt-verdict__evidence">{demands[0]}</p>
  return (
    <ul class="govuk-list govuk-list--bullet govuk-!-font-size-16">
      {demands.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  )
}

function sourceWords(terms: Terms, { id, section }: { readonly id: string; readonly section?: string | undefined }): string {
  const title = terms.sources.find((source) => source.id === id)?.title ?? id
  return section === undefined ? title : `${title}, ${section}`
}

/** Who must be on the body by the law or its terms (G5). */
function DemandsOf({ terms }: { readonly terms: Terms }): JSX.Element | null {
  if (terms.composition === undefined) return null
  return (
    <Card id="composition" title="Who must be on it" lead="Tested on every day; how it stands is with the members and in compliance." flush>
      <ul class="gt-verdicts">
        {terms.composition.map(({ source, note, ...demand }) => (
          <li class="gt-verdict gt-verdict--good">
            <p class="gt-verdict__evidence">{memberDemandWords(demand)}</p>
            {note && <p class="gt-verdict__demands">{note}</p>}
            {source && <p class="gt-verdict__source">{sourceWords(terms, source)}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function SeatsOf({ terms }: { readonly terms: Terms }): JSX.Element | null {
  if (terms.seats.length === 0) return null
  const places = terms.seats.reduce((sum, seat) => sum + seat.places, 0)
  const rows = terms.seats.map(({ name, places: count, voting, votesOn = [], organisation, sector, ...asks }) => ({
    cells: [
      name,
      String(count),
      `${labelOf(votingLabels, voting)}${votesOnWords({ votesOn }, terms.functions.value)}`,
      organisation ?? sector ?? 'Not stated',
      holderWords(asks),
    ],
  }))
  return (
    <Card id="seats" title="Seats" lead={`${places} ${places === 1 ? 'place' : 'places'} in ${terms.seats.length} seats.`} flush>
      <DataTable
        caption="The seats that the terms name"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Seat' },
          { heading: 'Places', numeric: true },
          { heading: 'Takes part as' },
          { heading: 'Held by' },
          { heading: 'Who may hold it' },
        ]}
        rows={rows}
      />
    </Card>
  )
}

/** Who may hold a seat, by which role of the law, and for how long; '' where nothing is said. */
function holderWords({
  alternatives,
  capacity,
  statutoryRole,
  termMonths,
}: Pick<TermsSeat, 'alternatives' | 'capacity' | 'statutoryRole' | 'termMonths'>): string {
  return [
    alternatives.length > 0 ? `Either ${alternatives.join(' or ')}` : '',
    capacity ?? '',
    statutoryRole === undefined ? '' : `By law: ${statutoryRole}`,
    termMonths === null ? '' : `Term of ${termMonths} months`,
  ]
    .filter((words) => words !== '')
    .join('. ')
}
