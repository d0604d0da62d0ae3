/** How many days the files of imports are kept, unless the county says otherwise. */
export const FILE_DAYS = 90
