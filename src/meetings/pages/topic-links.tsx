import type { JSX } from 'hono/jsx/jsx-runtime'
import { topicPaths } from '../paths.ts'
import type { Topic } from '../rules/topic.ts'

/** What a page needs to say which topics its matter belongs to. */
export interface TopicsView {
  readonly topics: readonly Pick<Topic, 'slug' | 'name'>[]
  /** Where they are chosen; undefined for whoever may not. */
  readonly choose: string | undefined
}

/** The topics of a matter, each leading to what all boards do about it; undefined where there are none, and nobody to choose. */
export function topicsFact({ topics, choose }: TopicsView): { readonly label: string; readonly value: JSX.Element } | undefined {
  if (topics.length === 0 && choose === undefined) return undefined
  const value = (
    <>
      {topics.map(({ slug, name }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={topicPaths.topic(slug)}>
            {name}
          </a>
        </>
      ))}
      {topics.length > 0 && choose !== undefined && ' '}
      {choose !== undefined && (
        <a class="govuk-link gt-no-print" href={choose}>
          {topics.length === 0 ? 'Choose topics' : 'Change'}
          {topics.length > 0 && <span class="govuk-visually-hidden"> the topics</span>}
        </a>
      )}
    </>
  )
  return { label: 'Topics', value }
}
