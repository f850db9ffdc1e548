/** Groups whose companies begin with their name, as name keys, joined by "|": 한화디펜스, SK텔레콤. */
export const GROUPS = "삼성|현대|sk|lg|롯데|한화|gs|cj|kt|ls|포스코|두산|신세계|카카오|네이버|효성|코오롱";
