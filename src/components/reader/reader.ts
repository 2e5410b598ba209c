import { listenToKeys } from './keys.ts';
import { readOffline } from './offline.ts';
import { fetchLostPictures } from './pictures.ts';
import { followReading } from './read-marks.ts';
import { followSettings } from './settings.ts';
import { offerCopies, offerSharing } from './share.ts';
import { unframePictures } from './unframe-pictures.ts';

/** Everything that scripts add to a page. Each part does nothing on a page without the elements it needs. */
followSettings();
fetchLostPictures();
followReading();
listenToKeys();
offerSharing();
offerCopies();
unframePictures();
void readOffline();
