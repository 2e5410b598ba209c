import { phraseTable } from '../phrases.ts';

/** How a line begins that says whose picture stands above it. */
export const credits = phraseTable(
  [
    ['zh', /图像来源|圖像來源/, '图像来源：北岸日报'],
    ['zh', /图片来源|圖片來源/, '圖片來源：北岸日報'],
    ['zh', /图片版权|圖片版權/, '图片版权：北岸日报'],
    ['zh', /照片来源/, '照片来源：北岸日报'],
    ['en', /image source/, 'Image source, Quay'],
    ['en', /image copyright/, 'Image copyright Quay'],
    ['en', /photo(?:graph)?(?: by|:)/, 'Photograph by A. Moor'],
    ['en', /credit:/, 'Credit: Quay'],
    ['de', /foto:/, 'Foto: Quay'],
    ['mul', /©/, '© Quay'],
  ],
  { before: '^' },
);

/** What announces the name of whose picture it is, where a site marks the name apart. */
export const creditLabels = phraseTable(
  [
    ['zh', /(?:图片|圖片|图像|圖像|照片)(?:版权|版權|来源|來源)/, '图片版权，'],
    ['en', /image (?:source|copyright)/, 'Image source, '],
  ],
  { before: '^', after: String.raw`[，,:：]?\s*` },
);

/** What a page says to those who cannot see that a caption follows. */
export const captionLabels = phraseTable(
  [
    ['en', /image caption|media caption|video caption/, 'Image caption,'],
    ['zh', /图像加注文字|圖像加註文字/, '图像加注文字，'],
    ['zh', /图片说明|圖片說明/, '图片说明：'],
    ['zh', /视频加注文字/, '视频加注文字，'],
  ],
  { before: '^', after: '[,，:：]?$' },
);

/** Alternative texts that only say that there is a picture. */
export const emptyDescriptions = phraseTable(
  [
    ['en', /image|picture|photo(?:graph)?|pic|img/, 'A picture'],
    ['en', /thumbnail/, 'thumbnail-2'],
    ['en', /illustration/, 'An illustration'],
    ['en', /featured image/, 'Featured image'],
    ['zh', /图片?|圖片?/, '图片 3'],
    ['zh', /照片/, '照片'],
    ['zh', /配图|配圖/, '配图'],
    ['zh', /插图|插圖/, '插图'],
    ['zh', /图像|圖像/, '图像'],
    ['zh', /图源/, '图源'],
    ['ar', /صورة/, 'صورة'],
  ],
  { before: '^(?:an? )?', after: String.raw`?(?:[\s_-]*\d+)?$` },
);
