import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { learn } from '../../src/clean/boilerplate/learn.ts';
import { newFeedState } from '../../src/store/feed-state.ts';
import { writeFeedState } from '../store/feed-states.ts';
import { learnedBoilerplate } from './learned-boilerplate.ts';

const boilerplate = learn(null, [{ id: '1', html: '<p>The ferry is back.</p>', title: 'The ferry' }]);
let content: string;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'broadsheet-learned-'));
  await writeFeedState(content, { ...newFeedState('chao-zh', ''), title: '潮报中文网', boilerplate });
});
afterAll(() => rm(content, { recursive: true }));

test.each(['chao-zh', '潮报中文网', '潮报'])('a feed is found as %s', async (name) => {
  expect(await learnedBoilerplate(content, name)).toEqual(boilerplate);
});

test.each([null, '', '潮'])('no feed is found as %j', async (name) => {
  expect(await learnedBoilerplate(content, name)).toBeNull();
});
