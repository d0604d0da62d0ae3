/** What the API says of accounts: few requests are about them. */
export const accountWords = {
  closedOffice: { zh: '没有这个单位，或已停用。', en: 'There is no such office, or it is closed.' },
  emailTaken: { zh: '这个邮箱已有账号。', en: 'There is already an account with this e-mail.' },
  roleOffice: { zh: '这个角色不能在这类单位。', en: 'This role does not belong to that kind of office.' },
  noPosts: {
    zh: '联络员、分管负责人、主要负责人是单位里的职务；代表和县领导不用填。',
    en: 'Liaison, leader in charge and head are posts in an office; deputies and county leaders have none.',
  },
  onePost: { zh: '职务和职务清单不一致，请只写一样。', en: '`post` is not among `posts`; give only one of the two.' },
  lastAdmin: { zh: '至少要留一位管理员。', en: 'At least one administrator must remain.' },
}
