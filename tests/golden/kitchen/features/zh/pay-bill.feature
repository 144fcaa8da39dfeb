# language: zh-CN
# Written by porspec sync from features/en/pay-bill.feature (e8007b01cf7b). To keep an edit, run: porspec sync --from zh
@home @diner
功能: 付账

  When you have eaten.

  @home
  场景: Pay
    当 我转到 "菜单" 页面
    而且 我选择 "立即 *付款*"
    那么 我得知 "Thanks"

  @home
  场景: Pay later
    当 我等待
    那么 我得知 "Later"

  @diner
  规则: Guests do not pay

    场景: A guest leaves
      假如 厨房已开放
      当 我等待
      那么 没有烧焦
