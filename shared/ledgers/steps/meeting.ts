import { say } from '../../say.ts'

/** With a meeting, the day comes from it. */
export const movesWithIt = say(
  '选了会议的，日期以会议日期为准，会议改期随之调整。',
  'With a meeting, the day comes from it and moves with it.',
)

/** The meeting at which an item is taken; its day is the item's. */
export const itsMeeting = {
  kind: 'records' as const,
  of: 'meetings',
  max: 1,
  label: say('所上会议', 'Meeting'),
  help: movesWithIt,
}

/** Why what is decided at a meeting cannot be entered yet. */
export const meetingFirst = say(
  '所上会议还没有登记召开，请先登记会议召开。',
  'The meeting has not been entered as held; enter that first.',
)
