import type { AskedBoard } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldOption, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { auditPaths } from '../paths.ts'
import { type AuditAction, listRounds, listToolkits } from '../queries/audits.ts'
import { type CaseAudit, listCaseAudits } from '../queries/case-audits.ts'
import { organisationOptions, peopleOptions } from '../queries/choices.ts'
import { caseAuditWords, scoreWords } from '../words/audit.ts'
import type { AskedAgency, AskedRound } from './gates.ts'
import { takeBackFields } from './shared-fields.ts'

const ofBoard = ({ body }: AskedBoard) => ({
  caption: body.name,
  breadcrumbs: crumbsOf(body, { text: 'Audits', href: auditPaths.audits(body.slug) }),
  cancel: auditPaths.audits(body.slug),
})

/** The form for a toolkit. */
export async function toolkitShape(asked: AskedBoard): Promise<FormShape> {
  return {
    ...{ ...ofBoard(asked), title: 'Add a toolkit', submit: 'Keep this version' },
    lead: 'A version never changes. The same title again makes the next version; standards of the same words are compared.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'Title' },
          { kind: 'line', name: 'source', label: 'Where it comes from', hint: 'The guidance or the partnership that wrote it' },
          { kind: 'lines', name: 'scores', label: 'Scores, one a line', hint: 'A figure and its words, like 0 Not met', rows: 5 },
          { kind: 'short', name: 'passMark', label: 'Fully compliant from', hint: 'One of the figures above' },
          {
            kind: 'lines',
            name: 'standards',
            label: 'Standards, one a line',
            hint: 'With its question after a bar, like Leadership | Who is accountable?',
            rows: 12,
          },
        ],
      },
    ],
    first: { scores: '0 Not met\n1 Partly met\n2 Mostly met\n3 Fully met', passMark: '2' },
  }
}

/** The form for a round. */
export async function newRoundShape(asked: AskedBoard): Promise<FormShape> {
  const { reader, body, visit } = asked
  const toolkits = (await listToolkits(reader, body.id)).map(({ id, title, number }) => ({
    value: id,
    text: `${title}, version ${number}`,
  }))
  const rounds = (await listRounds(reader, body.id, visit.today)).map(({ id, title, opensOn }) => ({
    value: id,
    text: `${title}, ${dayInWords(opensOn)}`,
  }))
  return {
    ...{ ...ofBoard(asked), title: 'Prepare a round', submit: 'Prepare' },
    lead: 'You choose the agencies next. Nobody is told before you open it.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'Title' },
          { kind: 'select', name: 'toolkit', label: 'Toolkit', options: toolkits },
          {
            kind: 'select',
            name: 'previous',
            label: 'Round that it repeats',
            hint: 'The same agencies are asked, and results are compared item by item',
            options: rounds,
            none: 'None',
          },
          { kind: 'day', name: 'opensOn', label: 'Opens' },
          { kind: 'day', name: 'dueOn', label: 'Last day for answers' },
        ],
      },
    ],
    first: dayValues('opensOn', visit.today),
  }
}

const ofRound = ({ body, round }: AskedRound) => ({
  caption: round.title,
  breadcrumbs: crumbsOf(
    body,
    { text: 'Audits', href: auditPaths.audits(body.slug) },
    { text: round.title, href: auditPaths.round(round.id) },
  ),
  cancel: auditPaths.round(round.id),
  version: round.version,
})

/** The form that says which agencies are asked. */
export async function agenciesShape(asked: AskedRound): Promise<FormShape> {
  return {
    ...{ ...ofRound(asked), title: 'Choose the agencies', submit: 'Save' },
    groups: [
      {
        fields: [
          {
            kind: 'boxes',
            name: 'organisations',
            label: 'Agencies that are asked',
            options: await organisationOptions(asked.reader, asked.visit.today),
          },
        ],
      },
    ],
    first: { organisations: asked.round.agencies.map(({ organisation }) => organisation) },
  }
}

/** The form for the report. */
export async function roundReportShape(asked: AskedRound): Promise<FormShape> {
  return {
    ...{ ...ofRound(asked), title: 'Report the round to the board', submit: 'Report it', first: {} },
    warning: 'Scores stay as they are from now on. Each standard not fully met becomes an action of its agency.',
    groups: [{ fields: [{ kind: 'lines', name: 'summary', label: 'What it shows, in plain words', rows: 8 }] }],
  }
}

/** The form that shows the report to everybody. */
export async function showRoundShape(asked: AskedRound): Promise<FormShape> {
  return {
    ...{ ...ofRound(asked), title: 'Show the report to everybody', submit: 'Show it', first: {}, groups: [] },
    lead: 'Everybody sees the moderated scores of each agency and its actions. What agencies said of themselves stays with the board.',
  }
}

/** The form that takes it back. */
export async function takeBackRoundShape(asked: AskedRound): Promise<FormShape> {
  return {
    ...ofRound(asked),
    title: 'Take the report back from the public',
    submit: 'Take it back',
    first: {},
    groups: takeBackFields,
    look: 'warning',
  }
}

/** The form for what an agency does about a standard. */
export function auditActionShape(asked: AskedRound, action: AuditAction): FormShape {
  const agency = asked.round.agencies.find(({ organisation }) => organisation === action.organisation)?.name ?? ''
  const standard = asked.round.toolkit.standards.find(({ key }) => key === action.standard)?.title ?? ''
  return {
    ...{ ...ofRound(asked), version: action.version, title: 'What will be done', lead: `${agency}: ${standard}`, submit: 'Save' },
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'text', label: 'What will be done' },
          { kind: 'line', name: 'lead', label: 'Who leads it' },
          { kind: 'day', name: 'dueOn', label: 'By when' },
          { kind: 'day', name: 'doneOn', label: 'Done on', hint: 'Leave it empty while it is not done' },
        ],
      },
    ],
    first: { text: action.text, lead: action.lead, ...dayValues('dueOn', action.dueOn), ...dayValues('doneOn', action.doneOn) },
  }
}

const ofAgency = (asked: AskedAgency) => ({
  ...ofRound(asked),
  caption: `${asked.agency.name}, ${asked.round.title}`,
  cancel: auditPaths.agency(asked.round.id, asked.agency.organisation),
  version: undefined,
})

/** The form that says who answers and who moderates. */
export async function peopleShape(asked: AskedAgency): Promise<FormShape> {
  const options = await peopleOptions(asked.reader)
  const { agency } = asked
  return {
    ...{ ...ofAgency(asked), version: agency.version, title: 'Who answers and who moderates', submit: 'Save' },
    groups: [
      {
        fields: [
          { kind: 'select', name: 'lead', label: 'Answers for the agency', options, none: 'Nobody is named yet' },
          { kind: 'select', name: 'moderator', label: 'Moderates', hint: 'A peer of another agency', options, none: 'Nobody is named yet' },
        ],
      },
    ],
    first: { lead: agency.lead ?? '', moderator: agency.moderator ?? '' },
  }
}

function scoreOptions({ round }: AskedAgency): readonly FieldOption[] {
  return round.toolkit.scores.map(({ score, label }) => ({ value: String(score), text: `${score}: ${label}` }))
}

/** The form in which an agency answers every standard. */
export function answersShape(asked: AskedAgency): FormShape {
  const { agency, round } = asked
  const options = scoreOptions(asked)
  const first: Record<string, string> = {}
  for (const [at, { self, evidence, link }] of agency.results.entries())
    Object.assign(first, { [`score${at}`]: self === undefined ? '' : String(self), [`evidence${at}`]: evidence, [`link${at}`]: link })
  return {
    ...{ ...ofAgency(asked), title: 'Answer the standards', submit: 'Save', first },
    lead: `You can save and come back until ${dayInWords(round.dueOn)}. Nobody else sees it before you hand it in. A standard without a score counts as not answered, never as 0.`,
    groups: round.toolkit.standards.map(({ title, question }, at): FieldGroup => {
      const name = `Standard ${at + 1}`
      return {
        heading: `${at + 1}. ${title}`,
        fields: [
          { kind: 'radios', name: `score${at}`, label: `${name}: your score`, hint: question === '' ? undefined : question, options },
          { kind: 'lines', name: `evidence${at}`, label: `${name}: what shows it`, hint: 'No child or family by name', rows: 3 },
          { kind: 'line', name: `link${at}`, label: `${name}: link to evidence`, hint: 'Leave it empty where there is none' },
        ],
      }
    }),
  }
}

/** The form in which a peer moderates every standard. */
export function moderationShape(asked: AskedAgency): FormShape {
  const { agency, round } = asked
  const options = scoreOptions(asked)
  const first: Record<string, string> = {}
  for (const [at, { self, moderated, reason }] of agency.results.entries())
    Object.assign(first, { [`score${at}`]: String(moderated ?? self ?? ''), [`reason${at}`]: reason })
  return {
    ...{ ...ofAgency(asked), title: 'Moderate the answers', submit: 'Save', first },
    lead: 'Both scores are kept side by side. Say why where yours differs.',
    groups: round.toolkit.standards.map(({ key, title }, at): FieldGroup => {
      const result = agency.results.find(({ standard }) => standard === key)
      const said = `Its own score: ${scoreWords(round.toolkit.scores, result?.self)}. ${result?.evidence === '' ? 'No evidence given' : (result?.evidence ?? '')}`
      return {
        heading: `${at + 1}. ${title}`,
        fields: [
          { kind: 'radios', name: `score${at}`, label: `Standard ${at + 1}: moderated score`, hint: said, options },
          { kind: 'lines', name: `reason${at}`, label: `Standard ${at + 1}: why`, rows: 2 },
        ],
      }
    }),
  }
}

/** The form for an audit of case files. */
export async function newCaseAuditShape(asked: AskedBoard): Promise<FormShape> {
  const before = (await listCaseAudits(asked.reader, asked.body.id)).map(({ id, theme, heldOn }) => ({
    value: id,
    text: `${theme}, ${dayInWords(heldOn)}`,
  }))
  return {
    ...{ ...ofBoard(asked), title: 'Record an audit of case files', submit: 'Record' },
    lead: 'Counts alone: no name, no number of a case, nothing by which a child or family could be known.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'Kind', options: optionsOf(caseAuditWords) },
          { kind: 'line', name: 'theme', label: 'Theme' },
          { kind: 'day', name: 'heldOn', label: 'When it was held' },
          { kind: 'short', name: 'sampleSize', label: 'How many cases' },
          { kind: 'lines', name: 'sampleHow', label: 'How they were drawn', rows: 2 },
          { kind: 'lines', name: 'grades', label: 'Grades, one a line, the best first', rows: 4 },
          {
            kind: 'lines',
            name: 'items',
            label: 'Questions with their counts, one a line',
            hint: 'In the order of the grades, like Was the child seen alone? | 4, 5, 1',
            rows: 8,
          },
          { kind: 'select', name: 'againOf', label: 'Repeats', options: before, none: 'None' },
        ],
      },
    ],
    first: { grades: 'Good\nRequires improvement\nInadequate', ...dayValues('heldOn', asked.visit.today) },
  }
}

/** The form for what it taught. */
export function learningShape(asked: AskedBoard, audit: CaseAudit): FormShape {
  return {
    ...{ ...ofBoard(asked), caption: audit.theme, cancel: auditPaths.caseAudit(audit.id), version: audit.version },
    ...{ title: 'Write what was learnt', submit: 'Save', first: { learning: audit.learning } },
    groups: [
      {
        fields: [{ kind: 'lines', name: 'learning', label: 'What was learnt', hint: 'No child or family may be known from it', rows: 10 }],
      },
    ],
  }
}
