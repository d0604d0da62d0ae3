import type { Lang } from '../../shared/names.ts'

const zh = {
  title: '收回纸件',
  lead: '盖好章、签好字的纸件拍照或扫描后放在这里：认出页上的二维码，就附到那一件上。可以一次放多页。',
  photograph: '拍照',
  choose: '选择图片或 PDF',
  reading: '正在识别二维码…',
  unread: '没有认出二维码。请把码拍全、拍正、拍清楚，再放一次；没有二维码的纸件，请打开那一件，在“文书”里选“附上纸件”。',
  noPicture: '这个文件不是图片，或这个浏览器打不开它。请用 JPG 或 PNG 图片。',
  noPhotographs: '这个 PDF 里没有能识别的页面图片。请把扫描件另存为 JPG 再放一次；或者打开那一件，在“文书”里选“附上纸件”，PDF 也能附上。',
  several: '这个 PDF 里有不止一件事项的纸件。请按事项分开扫描，再各放一次。',
  goesTo: '附到',
  attach: '附上',
  all: (n: number) => `全部附上（${n} 页）`,
  drop: (name: string) => `不附 ${name}`,
  done: '已附上',
  sending: (percent: number) => `正在上传 ${percent}%`,
  page: (of: string, day: string) => `${of} 纸件 ${day}`,
  toOne: (of: string) => `没有二维码的页，附到 ${of}。`,
  menu: '附上纸件',
}
type ScanWords = typeof zh

const en: ScanWords = {
  title: 'Pages that came back',
  lead: 'Photograph or scan pages that were signed or stamped and put them here: the code on each tells the item, and the page is attached to it. Several at once are fine.',
  photograph: 'Take a picture',
  choose: 'Choose pictures or a PDF',
  reading: 'Reading the code…',
  unread:
    'No code was read. Take the picture again, whole, straight and sharp; for a page without a code, open the item and choose “Attach pages” under “Papers”.',
  noPicture: 'This file is no picture, or this browser cannot open it. Use a JPG or PNG picture.',
  noPhotographs:
    'This PDF holds no picture of a page that can be read. Save the scan as JPG and try again; or open the item and choose “Attach pages” under “Papers”, which takes the PDF too.',
  several: 'This PDF holds pages of more than one item. Scan each item by itself and put them here again.',
  goesTo: 'Goes to',
  attach: 'Attach',
  all: (n) => `Attach all (${n})`,
  drop: (name) => `Leave out ${name}`,
  done: 'Attached',
  sending: (percent) => `Uploading ${percent}%`,
  page: (of, day) => `${of} page ${day}`,
  toOne: (of) => `Pages without a code go to ${of}.`,
  menu: 'Attach pages',
}

export const scanWords: Record<Lang, ScanWords> = { zh, en }
