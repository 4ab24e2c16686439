import type { Role } from '../rules/access.ts'
import { sampleId } from './ids.ts'
import { sampleEmail, samplePeople } from './people.ts'

/** Somebody of the sample who signs in, so that every place in the house can be tried. */
export interface SampleSignIn {
  /** The person's key. */
  readonly key: string
  readonly name: string
  /** What the person is, towards the children's partnership. */
  readonly role: Role
  /** The same in a sentence, for the page that lists them. */
  readonly is: string
  readonly email: string
  readonly person: string
}

const roles: readonly (readonly [key: string, role: Role, is: string])[] = [
  ['lowe', 'administrator', 'Administers the partnership'],
  ['siddiqui', 'clerk', 'Clerk of the children’s partnership'],
  ['mbeki', 'other-clerk', 'Clerk of the joint commissioning and delivery boards'],
  ['clarke', 'chair', 'Independent chair of the children’s partnership'],
  ['marsh', 'member', 'Director of Children’s Services, a member'],
  ['akhtar', 'member', 'Lead member for children, a member'],
  ['rahman', 'member', 'Clinical lead for children, a member here and of the women and children’s board'],
  ['eze', 'member', 'Medical director, a member here and of the women and children’s board'],
  ['pryce', 'deputy', 'Named deputy for the Director of Children’s Services'],
  ['abrahams', 'observer', 'Observer with the right to speak'],
  ['lyle', 'lead', 'Signs in for a provider, whose own contracts it sees'],
  ['haddad', 'author', 'Officer who writes papers, without a seat; owns information governance in early help'],
  ['tennant', 'signed-in', 'Family support worker, who works with families in early help'],
  ['quist', 'signed-in', 'School nurse, who leads a family in early help'],
]

/** The people of the sample who sign in, one for each role of the access matrix and more members. */
export function sampleSignIns(): readonly SampleSignIn[] {
  return roles.map(([key, role, is]) => {
    const name = samplePeople.find(([known]) => known === key)?.[1] ?? ''
    return { key, name, role, is, email: sampleEmail(name), person: sampleId('person', key) }
  })
}
