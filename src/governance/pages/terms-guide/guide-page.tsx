import type { JSX } from 'hono/jsx/jsx-runtime'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { termsAdoptPath, termsChangesPath, termsPath, termsPreviewPath, termsSectionPath, termsVersionPath } from '../../paths.ts'
import type { Body } from '../../queries/bodies.ts'
import type { TermsVersion } from '../../queries/terms.ts'
import type { Finding } from '../../rules/terms/finding.ts'
import {
  type GuideSection,
  guideParts,
  isRule,
  type SectionState,
  sectionAddress,
  sectionState,
  sectionTitles,
} from '../../rules/terms/guide.ts'
import type { Terms } from '../../rules/terms/terms.ts'
import { BoardPage, ButtonLink } from '../board-page.tsx'

const stateWords: Readonly<Record<SectionState, readonly [string, StatusMeaning]>> = {
  done: ['Done', 'good'],
  'not-stated': ['Not stated', 'unknown'],
  contradictory: ['Contradictory', 'warning'],
  'needs-you': ['Needs you', 'bad'],
}

/** What the guided form shows of a draft. */
export interface GuideView {
  readonly body: Body
  readonly draft: TermsVersion
  readonly findings: readonly Finding[]
}

/** The sections of a draft, and how each stands (G18). */
export function GuidePage({ visit, view: { body, draft, findings } }: { readonly visit: Visit; readonly view: GuideView }): JSX.Element {
  const { number, terms } = draft
  const sections = guideParts.flatMap((part) => part.sections)
  const waiting = sections.filter((section) => ['needs-you', 'contradictory'].includes(sectionState(terms, section, findings)))
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="terms"
      title={`Turn your terms into rules: draft ${number}`}
      lead="Take your text section by section. Where it says nothing, say so: nothing is assumed. Nothing is in force before the draft is adopted."
      crumbs={[
        { text: 'Terms of reference', href: termsPath(body.slug) },
        { text: `Version ${number}`, href: termsVersionPath(body.slug, number) },
      ]}
      status={<StatusPill meaning="draft">Draft</StatusPill>}
      actions={
        <>
          <ButtonLink href={termsPreviewPath(body.slug, number)} text="Try it on past meetings" />
          <ButtonLink href={termsChangesPath(body.slug, number)} text="See what changes" />
          <ButtonLink href={termsAdoptPath(body.slug, number)} text="Adopt this draft" main />
        </>
      }
    >
      <p>
        {waiting.length === 0
          ? `All ${sections.length} sections are done, or say that nothing is stated.`
          : `${waiting.length} of ${sections.length} sections need you or contradict themselves.`}
      </p>
      {guideParts.map((part, index) => (
        <section aria-labelledby={`part-${index + 1}`}>
          <h2 class="govuk-heading-m" id={`part-${index + 1}`}>
            {index + 1}. {part.title}
          </h2>
          <ul class="govuk-task-list">
            {part.sections.map((section) => (
              <Task slug={body.slug} draft={draft} section={section} state={sectionState(terms, section, findings)} />
            ))}
          </ul>
        </section>
      ))}
    </BoardPage>
  )
}

function Task(props: {
  readonly slug: string
  readonly draft: TermsVersion
  readonly section: GuideSection
  readonly state: SectionState
}): JSX.Element {
  const { slug, draft, section, state } = props
  const [words, meaning] = stateWords[state]
  const id = `state-${sectionAddress(section)}`
  const counted = countOf(draft.terms, section)
  return (
    <li class="govuk-task-list__item govuk-task-list__item--with-link">
      <div class="govuk-task-list__name-and-hint">
        <a
          class="govuk-link govuk-task-list__link"
          href={termsSectionPath(slug, draft.number, sectionAddress(section))}
          aria-describedby={id}
        >
          {sectionTitles[section]}
        </a>
        {counted && <div class="govuk-task-list__hint">{counted}</div>}
      </div>
      <div class="govuk-task-list__status" id={id}>
        <StatusPill meaning={meaning}>{words}</StatusPill>
      </div>
    </li>
  )
}

function countOf(terms: Terms, section: GuideSection): string | undefined {
  if (section === 'about') return terms.version
  if (isRule(section)) return undefined
  if (section === 'seats') return `${terms.seats.length} seats with ${terms.seats.reduce((sum, { places }) => sum + places, 0)} places`
  if (section === 'sources') return terms.sources.length === 1 ? '1 document' : `${terms.sources.length} documents`
  if (section === 'composition') return terms.composition?.map(({ value }) => value).join('; ')
  return terms.groups.length === 0 ? 'None: leave it so if your quorum counts no groups' : terms.groups.map(({ name }) => name).join('; ')
}
