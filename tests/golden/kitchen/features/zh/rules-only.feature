# language: zh-CN
# Written by porspec sync from features/en/rules-only.feature (85e9eb4c17f4). To keep an edit, run: porspec sync --from zh
@diner
功能: 规则

  规则: 第一
    场景: 它是第一
      假如 厨房已开放
      当 我等待
      那么 没有烧焦

  规则: 第二
    场景: 它是第二
      当 我等待
      那么 没有烧焦
