import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { familyPaths } from '../paths.ts'
import { listChoices } from '../queries/names.ts'
import { findPosts } from '../queries/posts.ts'
import { postRoleWords } from '../words/casework.ts'
import type { AskedCasework } from './gates.ts'
import { families, named } from './shapes.ts'

/** The form by which a post is given. */
export async function postShape({ reader, visit }: AskedCasework): Promise<FormShape> {
  const [agencies, localities] = [await listChoices(reader, 'agency'), await listChoices(reader, 'locality')]
  const missing = [...(agencies.length === 0 ? ['the agencies'] : []), ...(localities.length === 0 ? ['a locality'] : [])]
  return {
    title: 'Give a post in early help',
    ...(missing.length === 0
      ? {}
      : {
          lead: `Under Administration, Organisations and Areas, first add ${missing.join(' and ')}. Families are asked for in a locality.`,
        }),
    breadcrumbs: [families, { text: 'Posts', href: familyPaths.posts() }],
    groups: [
      {
        fields: [
          { kind: 'select', name: 'person', label: 'Who?', options: named(await listChoices(reader, 'person')) },
          {
            kind: 'select',
            name: 'organisation',
            label: 'For which agency?',
            options: named(agencies),
          },
          { kind: 'radios', name: 'role', label: 'Which post?', options: optionsOf(postRoleWords) },
          {
            kind: 'select',
            name: 'area',
            label: 'Locality',
            hint: 'Of a co-ordinator',
            none: 'None',
            options: named(localities),
          },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
        ],
      },
    ],
    submit: 'Give the post',
    first: dayValues('startsOn', visit.today),
    cancel: familyPaths.posts(),
  }
}

/** The form by which a post ends. */
export async function endPostShape({ reader, visit, part }: AskedCasework): Promise<FormShape | undefined> {
  const [post] = await findPosts(reader, visit.today, { ids: [part('post')] })
  return (
    post && {
      title: 'End a post',
      caption: `${post.name}, ${post.organisationName}`,
      breadcrumbs: [families, { text: 'Posts', href: familyPaths.posts() }],
      warning: 'From that day they read nothing by this post, whatever was opened to them.',
      groups: [{ fields: [{ kind: 'day', name: 'endsOn', label: 'First day without it' }] }],
      submit: 'End the post',
      look: 'warning',
      first: dayValues('endsOn', visit.today),
      version: post.version,
      cancel: familyPaths.posts(),
    }
  )
}
