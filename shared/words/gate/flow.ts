import type { Sentences } from '../gate.ts'

/** Of its fields, numbers, states, steps and duties. */
export const flow: Sentences = {
  // Fields.
  'a computed field cannot be required': ['算出来的字段不能必填。', 'A computed field cannot be required.'],
  'a computed field cannot be asked': ['算出来的字段不能让人填。', 'A computed field cannot be asked.'],
  'a computed field cannot be set': ['算出来的字段不能由步骤写入。', 'A computed field cannot be set.'],
  '{} is computed later': ['“{0}”在它后面才算，请调整先后。', '“{0}” is computed later; put it first.'],
  'the threshold must lie below one': ['门槛要小于一。', 'The threshold must lie below one.'],
  'each row has an id of its own': ['每一行本来就有 id，请换一个列名。', 'Each row has an id of its own; choose another name.'],
  'one table for each option': ['每个选项要有一张表。', 'Give one table for each option.'],
  'one number for each option': ['每个选项要有一个数。', 'Give one number for each option.'],
  'seen by more than {}, which it tells': [
    '能看它的人比能看“{0}”的多，而它会说出“{0}”。',
    'More people see it than “{0}”, which it tells.',
  ],
  'tells {} to those who may not see it': ['会把“{0}”告诉不能看它的人。', 'It tells “{0}” to people who may not see it.'],
  '{} and {} are of different measures': ['“{0}”和“{1}”不是同一种量，不能比。', '“{0}” and “{1}” are of different measures.'],
  '{} is hidden from some, and a refusal would tell it': [
    '“{0}”有人不能看，提示会说出它。',
    '“{0}” is hidden from some, and a refusal would tell it.',
  ],
  'nobody can ever fill it: no form, no step and no creation does': [
    '谁也填不了它：没有表单、步骤或新建会填。',
    'Nobody can ever fill it: no form, no step and no creation does.',
  ],
  'nobody is next: no duty follows': [
    '这一步办完没有新的待办，说不出下面由谁办理。',
    'No duty follows this step, so nobody can be named as the next.',
  ],
  // Numbers.
  'a transition numbers, but no format is given': ['有一步要编号，但没有写编号的样式。', 'A step gives numbers, but there is no format.'],
  'unknown placeholder {{}}': ['编号样式里没有“{0}”这个变量。', 'The format of numbers has no variable “{0}”.'],
  'exactly one {seq} is needed': ['编号样式里要有一个 {seq}，只能有一个。', 'The format of numbers has exactly one {seq}.'],
  '{}: year, term, session, township or a choice': [
    '“{0}”：只能是年、届、次、乡镇或选择字段。',
    '“{0}” must be year, term, session, township or a choice.',
  ],
  // What stands once.
  '{} cannot be compared': ['“{0}”不能比较是否相同。', '“{0}” cannot be compared.'],
  '{} stands twice': ['“{0}”写了两次。', '“{0}” stands here twice.'],
  '{} is said and not stored, so that nothing of it stands': [
    '“{0}”只记在经过里，比不了。',
    '“{0}” is only said, so that nothing of it stands.',
  ],
  '{} is not said in the event by which it would be known again': [
    '“{0}”没有记在经过里，比不了。',
    '“{0}” is not said in the event by which it would be known again.',
  ],
  '{} is not asked, or need not be answered': ['“{0}”没有让人填，或者不是必填。', '“{0}” is not asked, or need not be answered.'],
  '{} no such field': ['没有“{0}”这个字段。', 'There is no field “{0}”.'],
  '{} is hidden: the refusal of a second one would tell it': [
    '“{0}”有人不能看，提示会说出它。',
    '“{0}” is hidden, and the refusal of a second one would tell it.',
  ],
  // States, steps and duties.
  'no state of phase done': ['还没有“办结”的状态。', 'There is no state of the phase done.'],
  'out of reach': ['没有哪一步能走到这里。', 'No step leads here.'],
  'cannot be left': ['到了这里就走不出去，请加一步。', 'It cannot be left; add a step.'],
  'never opened': ['没有哪一步会生成这项待办。', 'No step ever opens it.'],
  'never discharged': ['没有哪一步能了结这项待办。', 'No step ever discharges it.'],
  'opens {} into {}, where it does not live': ['在“{1}”生成“{0}”，但它在那里不成立。', 'It opens “{0}” in “{1}”, where it does not live.'],
  'lives in {}, from where nothing that keeps it alive leads to its discharge': [
    '在“{0}”还有这项待办，可从那里走不到了结它的一步。',
    'It lives in “{0}”, from where no step leads to its discharge.',
  ],
  'a field is asked twice': ['同一个字段让人填了两次。', 'A field is asked twice.'],
  'holder needs discharges or owing': [
    '由承担待办的单位办的，要写明了结或承担哪项待办。',
    'A step of the holder names the duty that it discharges or that is owed.',
  ],
  '{} is not asked as one that may be left open': ['“{0}”在这一步不是选填的。', '“{0}” is not asked here as one that may be left open.'],
  'system needs when': ['由系统办的一步要写条件。', 'A step of the system needs a condition.'],
  'system cannot answer a required question': ['由系统办的一步不能有必填项。', 'The system cannot answer a required question.'],
  '{} cannot act': ['“{0}”不能办理。', '“{0}” cannot act.'],
  '{} cannot hold a duty': ['“{0}”不能承担待办。', '“{0}” cannot hold a duty.'],
  '{} means nothing before there is a record': ['新建时还没有事项，“{0}”没有所指。', '“{0}” means nobody before there is an item.'],
  'this state is retired': ['这个状态已经停用。', 'This state is retired.'],
  'only a number can be added to': ['只有数字字段能加。', 'Only a number can be added to.'],
  'only offices leave a field': ['只有单位字段里的单位会离开，请写单位字段。', 'Only offices leave a field; name a field of offices.'],
  'only offices change places, with the one that an office field names': [
    '只有单位能换，换成单位字段里写的那个。',
    'Only offices change places, with the one that an office field names.',
  ],
  'both after and before': ['“之后”和“之前”只写一个。', 'Give either after or before.'],
  'an earlier branch always comes first': [
    '前面的分支总是先成立，这一条用不上。',
    'An earlier branch always comes first; this one is never taken.',
  ],
  'the engine would take this step for ever: it changes nothing': [
    '这一步什么也不改，系统会一直办下去。',
    'The system would take this step for ever: it changes nothing.',
  ],
  'nobody who takes this step may see {}': ['办这一步的人都不能看“{0}”。', 'Nobody who takes this step may see “{0}”.'],
  'fields belong to edit': ['字段只在“能改”里写。', 'Fields belong to what may be edited.'],
  'a condition that asks nothing': ['这个条件什么也没有问。', 'This condition asks nothing.'],
  'past and reached need a date field': ['“已过”“已到”要用日期字段。', 'Past and reached need a date field.'],
  'no way out: a step by county or owner into a state of phase void, in any case, with a required text that says why': [
    '从这里终止不了：请加一步，由县人大办或所属人大办理，随时能办，必填理由，到“作废”的状态。',
    'It cannot be ended here: add a step of the county or the owner into a void state, open in any case, that asks why.',
  ],
  'it cannot go from a wrong office to the right one: give `returns`, or say in `stays` why not': [
    '交错了单位改不了：请写明怎样退回，或者写明为什么不能改派。',
    'It cannot go from a wrong office to the right one: say how it is handed back, or why it stays.',
  ],
  "with no record named, this waits for its day all the same: notBefore '@{}'": [
    '没有写明哪一件，也要等到“{0}”那天才能办，请写上。',
    'With no item named this waits for the day in “{0}” all the same; say so.',
  ],
  'an item can lie here without anybody owing the next step: open a duty, or say in `rests` why nothing is owed': [
    '事项停在这里时没有人有待办：请生成一项待办，或者写明为什么不用办。',
    'An item can lie here with nobody owing the next step: open a duty, or say why nothing is owed.',
  ],
  'what is opened shortly before this day is owed at once: say `least`': [
    '临近这一天才生成的，马上就到期：请写明至少要留多少天。',
    'What is opened shortly before this day is due at once: say how many days there must be at least.',
  ],
}
