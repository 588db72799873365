import { expect, test } from 'vitest';
import { pathInLog } from '../../../extensions/peer-mentoring/src/api/platform/guard/request-in-log.ts';

const TOKEN = 'kM3vX9-2QpTz_7bLw4RfYc8sNd1HgJ6uVe0aKi5oBnE';
const KEY = '6b1f0d0e-0000-4f6e-8d64-0f7f5f2b9001';

test.each([
	['/items/mentees?search=Jane%20Doe', '/items/mentees'],
	['/items/mentees%3Fsearch=Jane', '/items/(link)'],
	['/items/mentees;search=Jane', '/items/(link)'],
	['/items/mentees&search=Jane', '/items/(link)'],
	[`/items/mentees/${KEY}`, `/items/mentees/${KEY}`],
	['/items/performance_improvement_plans', '/items/performance_improvement_plans'],
	['/pmi/PM-CPA9/2024-01.xlsx?cpa=9', '/pmi/PM-CPA9/2024-01.xlsx'],
	['/', '/'],
	['/refer/(link)/results', '/refer/(link)/results'],
	[`/refer/${TOKEN}`, '/refer/(link)'],
	[`/refer/${TOKEN}.`, '/refer/(link)'],
	[`/refer/${TOKEN})`, '/refer/(link)'],
	[`/refer/${TOKEN}%20`, '/refer/(link)'],
	[`/refer/${TOKEN}&utm=x`, '/refer/(link)'],
	[`/en/refer/${TOKEN}`, '/en/refer/(link)'],
	[`/mentor/${TOKEN}`, '/mentor/(link)'],
	[`/calendar-feed/${TOKEN}.ics`, '/calendar-feed/(link)'],
	[`//refer//${TOKEN},`, '//refer//(link)'],
])('%s is written as %s', (url, path) => {
	expect(pathInLog(url)).toBe(path);
});
