/** Addresses of early help. A reference or an id tells nothing of who a family is. */
export const familyPaths = {
  list: (): string => '/families',
  ask: (): string => '/families/new',
  involved: (): string => '/families/involved',
  posts: (): string => '/families/posts',
  newPost: (): string => '/families/posts/new',
  endPost: (id: string): string => `/families/posts/${id}/end`,
  family: (episode: string): string => `/families/${episode}`,
  step: (episode: string, step: FamilyStep): string => `/families/${episode}/${step}`,
  answerLead: (episode: string): string => `/families/${episode}/lead/answer`,
  withdraw: (episode: string, agreement: string): string => `/families/${episode}/agreements/${agreement}/withdraw`,
  approve: (decision: string): string => `/sharing-decisions/${decision}`,
  endDecision: (decision: string): string => `/sharing-decisions/${decision}/end`,
}

/** What can be done at the page of a family. */
export type FamilyStep = 'agreement' | 'lead' | 'team' | 'sharing' | 'people' | 'looks' | 'close'
