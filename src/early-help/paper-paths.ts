/** A print of an assessment, for nobody in particular where nobody is named. */
export interface AskedPrint {
  readonly print: 'paper' | 'large'
  readonly named: string | undefined
}

/** Addresses of papers that may ask something before they are printed; what was read is named by the digest of its words. */
export const paperPaths = {
  assessment: (episode: string, id: string, { print, named }: AskedPrint): string =>
    `/families/${episode}/assessment/${id}/${print}.pdf${named === undefined ? '' : `?for=${named}`}`,
  beforeAssessment: (episode: string, id: string, { print, named, shown }: AskedPrint & { readonly shown?: string | undefined }): string =>
    `/families/${episode}/assessment/${id}/before-print?${new URLSearchParams({ print, ...(named && { for: named }), ...(shown && { read: shown }) })}`,
  wrongPage: (episode: string, print: string, page: string): string => `/families/${episode}/plan/prints/${print}/pages/${page}/wrong`,
  beforeOwnPage: (episode: string, shown?: string): string =>
    `/families/${episode}/plan/our-page/before-print${shown === undefined ? '' : `?read=${shown}`}`,
}
