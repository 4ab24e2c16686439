import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { type OtherSection, otherAnswers, otherQuestions, readDraftVersion, readOther } from '../../forms/terms/other-sections.ts'
import { readRule, ruleAnswers } from '../../forms/terms/rule-form.ts'
import { Understood } from '../../pages/terms-guide/understood.tsx'
import { termsGuidePath, termsSectionPath } from '../../paths.ts'
import { findCalendar } from '../../queries/calendar.ts'
import type { TermsVersion } from '../../queries/terms.ts'
import { findGivenFacts, findNeighbours } from '../../queries/terms-beside.ts'
import { checkTerms } from '../../rules/terms/check.ts'
import { deadlineExample, exampleMeeting } from '../../rules/terms/example-day.ts'
import { isRule, sectionAddress, sectionOf, sectionTitles } from '../../rules/terms/guide.ts'
import type { RuleName, Terms } from '../../rules/terms/terms.ts'
import { backTo } from '../crumbs.ts'
import { type Asked, type FormSpec, known } from '../endpoint.tsx'
import { draftOf, keep, type SectionInput, toGuide } from './draft.ts'
import { questionFields } from './question-fields.ts'
import { ruleFields } from './rule-fields.ts'

/** One section of the guided form (G18). */
export async function guideSection(asked: Asked): Promise<FormSpec<SectionInput>> {
  const draft = await draftOf(asked)
  const section = known(sectionOf(asked.word('section')))
  if (isRule(section)) return ruleSection(asked, draft, section)
  return otherSection(asked, draft, known(section === 'seats' ? undefined : section))
}

const withVersion = <Value,>(
  body: FormBody,
  read: Result<Value, FieldProblem>,
  change: (value: Value) => (terms: Terms) => Terms,
): Result<SectionInput, FieldProblem> => {
  if (!read.ok) return read
  const version = readDraftVersion(body)
  return version.ok ? succeed({ version: version.value.version, change: (terms) => succeed(change(read.value)(terms)) }) : version
}

async function ruleSection(asked: Asked, draft: TermsVersion, name: RuleName): Promise<FormSpec<SectionInput>> {
  const { slug } = asked.body
  const { terms, number, version } = draft
  const address = termsSectionPath(slug, number, sectionAddress(name))
  const calendar = await findCalendar(asked.reader, asked.body.settings?.holidayDivision ?? 'england-and-wales')
  const example = deadlineExample(terms, name, exampleMeeting(asked.visit.today), calendar)
  const neighbours = await findNeighbours(asked.reader, asked.body.id, asked.visit.today)
  const law = await findGivenFacts(asked.reader, asked.body.id, asked.visit.today)
  const findings = checkTerms(terms, law, neighbours).filter(({ rule }) => rule === name)
  return {
    shape: {
      title: sectionTitles[name],
      caption: `${asked.body.name}, draft ${number}`,
      breadcrumbs: toGuide(asked, number),
      above: (
        <Understood slug={slug} draft={draft} name={name} findings={findings} example={example} saved={asked.query('saved') === 'yes'} />
      ),
      fields: ruleFields(terms, name),
      submit: 'Save and check',
      first: ruleAnswers(terms, name),
      version,
      cancel: { text: 'Back to all sections', href: termsGuidePath(slug, number) },
    },
    parse: (body) => withVersion(body, readRule(terms, name, body), (rule) => (before) => ({ ...before, [name]: rule }) as Terms),
    perform: (input) => keep(asked, draft, name, input, `${address}?saved=yes`),
  }
}

const leads: Readonly<Record<OtherSection, string>> = {
  about: 'It becomes part of the document. The first day in force is set when the version is adopted.',
  sources: 'Every rule names the document it was read from. The earlier in this list, the higher a document stands.',
  groups: 'A quorum can count groups of seats: at least two members from the council, for example. Leave this empty if yours does not.',
  composition:
    'Roles that the law names, or capacities like clinician: tested on every day from adoption on, and shown in compliance. Leave this empty if nobody is named.',
}

async function otherSection(asked: Asked, draft: TermsVersion, section: OtherSection): Promise<FormSpec<SectionInput>> {
  const { slug } = asked.body
  const { terms, number, version } = draft
  const filled = section === 'about' ? 0 : (terms[section]?.length ?? 0)
  return {
    shape: {
      title: sectionTitles[section],
      caption: `${asked.body.name}, draft ${number}`,
      lead: leads[section],
      breadcrumbs: toGuide(asked, number),
      fields: questionFields(otherQuestions(section, terms), 'value', { filled, spare: 2 }),
      submit: 'Save',
      first: otherAnswers(terms, section),
      version,
      cancel: backTo(termsGuidePath(slug, number)),
    },
    parse: (body) => withVersion(body, readOther(section, terms, body), (change) => change),
    perform: (input) => keep(asked, draft, section, input, termsGuidePath(slug, number)),
  }
}
