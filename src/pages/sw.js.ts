import { keptPaper } from '../paper/offline/kept-editions.ts';
import worker from '../paper/offline/service-worker.js?raw';
import { openPaper } from '../paper.ts';

/** The service worker: one program for every paper, with the paths that this paper keeps. */
export const GET = async () =>
  new Response(`const PAPER = ${JSON.stringify(keptPaper(await openPaper()))};\n${worker}`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
