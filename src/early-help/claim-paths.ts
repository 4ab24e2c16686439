/** Addresses of claims for families' progress. */
export const claimPaths = {
  home: (): string => '/families/claims',
  draw: (): string => '/families/claims/new',
  set: (): string => '/families/claims/headings/new',
  end: (): string => '/families/claims/headings/end',
  one: (id: string): string => `/families/claims/${id}`,
  answer: (id: string): string => `/families/claims/${id}/answer`,
  families: (id: string): string => `/families/claims/${id}/families`,
  takeOut: (id: string, heading: string, episode: string): string => `/families/claims/${id}/families/${episode}/${heading}/take-out`,
  correct: (id: string, correction: string): string => `/families/claims/${id}/corrections/${correction}`,
}
