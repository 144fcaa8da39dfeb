# language: zh-CN
# Written by porspec sync from features/en/cook-dinner.feature (e37ba8122ba1). To keep an edit, run: porspec sync --from zh
功能: 做晚餐(等)
  For who is hungry: **Menu**, then `cook_it`, then [pay](pay-bill.md).

  It takes *an hour*, or more.

  背景:
    假如 厨房已开放

  @home @hotel
  场景: Cook
    假如 我有以下内容
      | name   | `mark` |
      | a \| b | ``     |
    那么 灯亮着
    当 我转到 "菜单 > 订单" 页面
    那么 灯亮着
    而且 没有烧焦
    当 我选择 "立即 *付款*"
    假如 有以下内容
      """text/plain
      He says ````` and

      goes.
      """
    而且 我有以下内容
    但是 有以下内容
    当 我加入 "2" 份 "eggs"
    那么 我得知 "It is {done} & 1 < 2"
    而且 灯亮着
    那么 没有烧焦
      """
      not a bit
      """

  @diner
  场景大纲: 做很多
    当 我加入 "<数量>" 份 "<what>"
    * 我等待
    那么 我得知 "<answer>"

    例子: 少量
      Who eats *little*.

      And `slowly`.

      | 数量 | what | answer |
      | 1    | egg  | Fine   |
      | 2    | egg  | Well   |

    例子:
      | 数量 | what | answer |
      | 30   | eggs | Much   |

  规则: A rule on it
    It has a paragraph.

    It has *two*.

    @home
    场景: The rule holds
      假如 厨房已开放
      当 我等待
      那么 没有烧焦

    场景: It holds again
      当 我等待
      那么 灯亮着

  @diner
  规则: A rule of one cloud

    场景: The rule of one holds
      假如 有以下内容
      当 我等待
      那么 灯亮着
