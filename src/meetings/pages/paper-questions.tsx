import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { PaperQuestion } from '../queries/paper-questions.ts'

/** What members asked about a paper, and what whoever reads may do about it. */
export interface QuestionsOfPaper {
  readonly paper: string
  /** The earliest first. */
  readonly questions: readonly PaperQuestion[]
  readonly mayAsk: boolean
  readonly mayAnswer: boolean
  readonly mayPublish: boolean
}

/** Questions to the author of a paper with their answers; nothing where there are none and none can be asked. */
export function PaperQuestions(
  props: QuestionsOfPaper & { readonly visit: Visit; readonly title: string; readonly id: string },
): JSX.Element | null {
  const { paper, questions, mayAsk, id } = props
  if (questions.length === 0 && !mayAsk) return null
  return (
    <section class="gt-questions" aria-labelledby={id}>
      <h3 class="govuk-heading-m" id={id}>
        Questions to the author
      </h3>
      {questions.length === 0 && <p class="govuk-body">Nobody has asked anything yet. All members read what you ask, and the answer.</p>}
      {questions.length > 0 && (
        <ol class="gt-questions__list">
          {questions.map((question, index) => (
            <Question {...props} question={question} number={index + 1} />
          ))}
        </ol>
      )}
      {mayAsk && (
        <p class="govuk-body">
          <a class="govuk-link" href={meetingPaths.askAuthor(paper)}>
            Ask the author a question<span class="govuk-visually-hidden"> about {props.title}</span>
          </a>
        </p>
      )}
    </section>
  )
}

function Question({
  visit,
  question,
  number,
  mayAnswer,
  mayPublish,
}: QuestionsOfPaper & { readonly visit: Visit; readonly question: PaperQuestion; readonly number: number }): JSX.Element {
  const { id, paper, name, text, askedAt, answer, answeredBy, answeredAt, sight, version } = question
  return (
    <li class="gt-questions__one" id={`question-${id}`}>
      <p class="gt-questions__who">
        {name} asked on {instantInWords(askedAt)}
      </p>
      <p class="gt-questions__text">{text}</p>
      {answeredAt ? (
        <>
          <p class="gt-questions__who">
            {answeredBy} answered on {instantInWords(answeredAt)}
          </p>
          <p class="gt-questions__text">{answer}</p>
        </>
      ) : (
        <p>
          <StatusPill meaning="warning">Not answered yet</StatusPill>
        </p>
      )}
      {(mayAnswer || mayPublish) && sight === 'public' && (
        <p>
          <StatusPill meaning="information">Published</StatusPill>
        </p>
      )}
      {mayAnswer && (
        <p class="govuk-body">
          <a class="govuk-link" href={meetingPaths.questionStep(paper, id, 'answer')}>
            {answer === '' ? 'Answer' : 'Change the answer'}
            <span class="govuk-visually-hidden"> to question {number}</span>
          </a>
        </p>
      )}
      {mayPublish && sight !== 'public' && answer !== '' && (
        <PostButton
          visit={visit}
          action={meetingPaths.questionStep(paper, id, 'publish')}
          text="Publish question and answer"
          about={`${number}`}
          fields={{ version }}
        />
      )}
    </li>
  )
}
