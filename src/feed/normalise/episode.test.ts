import { describe, expect, test } from 'vitest';
import { readDocument } from '../read.ts';
import { itemOfRss } from './sample-entry.ts';

const T = '<title>T</title><enclosure url="/1.mp3" type="audio/mpeg" length="7"/>';
const NONE = { seconds: null, season: null, number: null, kind: null, explicit: null, chapters: null };

describe('of an episode', () => {
  test.each([
    ['the duration in hours', '<itunes:duration>01:02:03</itunes:duration>', { seconds: 3723 }],
    ['the duration in minutes', '<itunes:duration>72:05</itunes:duration>', { seconds: 4325 }],
    ['the duration in seconds', '<itunes:duration> 1805 </itunes:duration>', { seconds: 1805 }],
    ['the duration with a fraction', '<itunes:duration>1805.6</itunes:duration>', { seconds: 1806 }],
    ['the duration in words', '<itunes:duration>1 h 2 min</itunes:duration>', { seconds: 3720 }],
    ['the duration by ISO 8601', '<itunes:duration>PT1H2M3S</itunes:duration>', { seconds: 3723 }],
    [
      'the duration of Media RSS',
      '<media:content url="/1.mp4" duration="61" type="video/mp4"/>',
      { seconds: 61 },
    ],
    [
      'the duration in a group of Media RSS',
      '<media:group><media:content url="/1.mp4" duration="61" type="video/mp4"/></media:group>',
      { seconds: 61 },
    ],
    [
      'season and number',
      '<itunes:season>2</itunes:season><itunes:episode>5</itunes:episode>',
      { season: 2, number: 5 },
    ],
    [
      'season and number of Podcasting 2.0',
      '<podcast:season name="Ice">3</podcast:season><podcast:episode>7</podcast:episode>',
      { season: 3, number: 7 },
    ],
    ['its kind', '<itunes:episodeType>Trailer</itunes:episodeType>', { kind: 'trailer' }],
    ['that it is explicit', '<itunes:explicit>Yes</itunes:explicit>', { explicit: true }],
    ['that it is clean', '<itunes:explicit>clean</itunes:explicit>', { explicit: false }],
    [
      'the address of its chapters',
      '<podcast:chapters url="/1.json?a=1&amp;amp;b=2" type="application/json+chapters"/>',
      { chapters: 'https://host.example/1.json?a=1&b=2' },
    ],
  ])('%s is read', async (_, fields, expected) => {
    expect((await itemOfRss(T + fields)).episode).toEqual({ ...NONE, ...expected });
  });

  test.each([
    ['<itunes:duration>soon</itunes:duration>'],
    ['<itunes:duration>0</itunes:duration>'],
    ['<itunes:duration>99999999999</itunes:duration>'],
    ['<itunes:season>0</itunes:season><itunes:episode>1.5</itunes:episode>'],
    ['<itunes:episodeType>rerun</itunes:episodeType><itunes:explicit>maybe</itunes:explicit>'],
    ['<podcast:chapters url="javascript:alert(1)"/>'],
    ['<media:content url="/1.jpg" medium="image" duration="5"/>'],
    [''],
  ])('%j says nothing', async (fields) => {
    expect(await itemOfRss(T + fields)).not.toHaveProperty('episode');
  });

  test('JSON Feed gives the duration of its file', async () => {
    const item = {
      id: '1',
      attachments: [{ url: 'https://host.example/1.mp3', mime_type: 'audio/mpeg', duration_in_seconds: 61 }],
    };
    const { items } = await readDocument(
      Buffer.from(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [item] })),
      { feed: 'test', contentType: null, base: null },
    );
    expect(items[0]?.episode).toEqual({ ...NONE, seconds: 61 });
  });
});
