import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { voicePaths } from '../paths.ts'
import type { Answer } from '../queries/answers.ts'
import type { TargetKind } from '../queries/attachments.ts'
import type { BroughtWords } from '../queries/said-about.ts'
import type { HeardCount } from '../rules/heard.ts'
import { heardWords, howOftenHeard } from '../words/heard.ts'
import { ofTargetWords, whoseInWords } from '../words/voice.ts'

interface Props {
  readonly kind: TargetKind
  readonly brought: readonly BroughtWords[]
  /** What was said and answered by this decision; none for all else. */
  readonly answers: readonly Answer[]
  readonly board: { readonly slug: string; readonly name: string }
  readonly often: { readonly year: number; readonly now: HeardCount; readonly before: HeardCount }
  /** Where a voice is linked with it; undefined for whoever may not. */
  readonly link: string | undefined
}

/** What people said about a record, on its own page: in whose words, whether that was there before it was decided, and how often its board hears anybody (S4). */
export function SaidAboutCard({ kind, brought, answers, board, often, link }: Props): JSX.Element {
  return (
    <Card
      id="said-about"
      title="What children and families said about this"
      link={link === undefined ? undefined : { text: 'Link what somebody said', href: link }}
    >
      {brought.length === 0 ? (
        <p class="gt-missing">Nothing that children, families or staff said is linked with this {ofTargetWords[kind]}</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {brought.map((one) => (
            <Brought {...one} />
          ))}
        </ul>
      )}
      {answers.map(({ said, did }) => (
        <p class="govuk-body">
          <b>You said:</b> {said} <b>We did:</b> {did}
        </p>
      ))}
      <p class="gt-quiet">
        {howOftenHeard(often, board.name)}{' '}
        <a class="govuk-link" href={voicePaths.heard(board.slug)}>
          When it last heard a child
        </a>
      </p>
    </Card>
  )
}

function Brought({ attachment, title, href, whose, when, words }: BroughtWords): JSX.Element {
  return (
    <li>
      <div>
        <a class="govuk-link" href={href}>
          {title}
        </a>
        {when && (
          <>
            {' '}
            <StatusPill meaning={heardWords[when].meaning}>{when === 'before' ? 'Heard before it' : 'Linked afterwards'}</StatusPill>
          </>
        )}
        <br />
        {attachment.why}
        {words.map((view) => (
          <blockquote class="gt-voice">
            <TypedWords words={view.words} />
          </blockquote>
        ))}
        <span class="govuk-hint">
          {whose.length > 0 && `${whoseInWords(whose)}. `}Linked on {dayInWords(attachment.on)}
        </span>
      </div>
    </li>
  )
}
