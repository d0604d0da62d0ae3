/** Words that stand in titles of every kind and tell none apart. */
export const commonWords = ['关于', '对于', '有关', '进一步', '加快', '加强', '推进', '推动', '促进', '解决', '问题', '工作']
