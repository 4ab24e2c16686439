/** An authority that no longer exists. */
export interface EndedArea {
  readonly number: number
  /** How its name begins, so that a publisher's new use of the number is not taken for it. */
  readonly name: string
  /** First day on which it no longer existed. */
  readonly endsOn: string
  /** Numbers of those that took over. */
  readonly followedBy: readonly number[]
}

/**
 * Authorities that published lists still name and that were reorganised since. The Bournemouth, Dorset and Poole (Structural Changes) Order 2018 (S.I. 2018/648),
 * the Northamptonshire (Structural Changes) Order 2020 (S.I. 2020/156), the Cumbria (Structural Changes) Order 2022 (S.I. 2022/331): each from a 1 April. Dorset
 * Council took over the county but for Christchurch, which went to the council of Bournemouth, Christchurch and Poole.
 */
export const endedAreas: readonly EndedArea[] = [
  { number: 835, name: 'Dorset (Pre', endsOn: '2019-04-01', followedBy: [838, 839] },
  { number: 836, name: 'Poole', endsOn: '2019-04-01', followedBy: [839] },
  { number: 837, name: 'Bournemouth (Pre', endsOn: '2019-04-01', followedBy: [839] },
  { number: 928, name: 'Northamptonshire', endsOn: '2021-04-01', followedBy: [940, 941] },
  { number: 909, name: 'Cumbria', endsOn: '2023-04-01', followedBy: [942, 943] },
]
