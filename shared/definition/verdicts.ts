import { say } from '../say.ts'
import type { FieldOf } from './field.ts'

type Vote = Omit<FieldOf<'ballot'>, 'label'>

/** The three answers to a question of satisfaction, the best first. */
export const satisfaction = {
  satisfied: say('满意', 'Satisfied'),
  basically: say('基本满意', 'Basically satisfied'),
  dissatisfied: say('不满意', 'Dissatisfied'),
}

/** The classes of what became of a suggestion. */
export const results = {
  A: say('已解决', 'Solved'),
  B: say('列入计划', 'Planned'),
  C: say('暂时不能解决', 'Not possible now'),
  D: say('留作参考', 'For reference'),
}

/** A secret vote on satisfaction, decided by more than half of all members (Zhenhai 2022). */
export const satisfactionVote: Vote = {
  kind: 'ballot',
  of: 'all',
  over: [1, 2],
  grades: ['satisfied', 'basically'],
  otherwise: 'dissatisfied',
  options: satisfaction,
}

/** A secret vote for or against, decided by more than half of all members (Organic Law art 51); an abstention never helps. */
export const decisionVote: Vote = {
  kind: 'ballot',
  of: 'all',
  over: [1, 2],
  grades: ['for'],
  otherwise: 'against',
  options: { for: say('赞成', 'For'), against: say('反对', 'Against'), abstained: say('弃权', 'Abstained') },
}

/** Who watched over the count: two at least, by name. */
export const tellers: FieldOf<'names'> = { kind: 'names', label: say('监票人、计票人', 'Tellers'), min: 2 }
