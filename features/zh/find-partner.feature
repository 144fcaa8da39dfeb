# language: zh-CN
# Written by porspec sync from features/en/find-partner.feature (1606b04fae17). To keep an edit, run: porspec sync --from zh
功能: 查找合作伙伴
  订阅顾问合作伙伴是授权合作伙伴，向你销售 Office 365、帮助你进行设置并为你提供支持。如果你尚未与合作伙伴合作，请先查找一个合作伙伴。哪个合作伙伴合适，取决于你使用的服务以及使用这些服务的地点。

  背景:
    假如 我正在使用管理中心

  @o365-worldwide @o365-germany
  场景: 在 Microsoft Pinpoint 上查找合作伙伴
    假如 我尚未与任何合作伙伴合作
    并且 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "Nederland" 提供服务 "Exchange Online"
    当 我打开 "Microsoft Pinpoint" 网站
    并且 我搜索可在 "Nederland" 提供服务 "Exchange Online" 的合作伙伴
    并且 我向合作伙伴 "Fabrikam" 询问其 Microsoft 合作伙伴 ID
    那么 合作伙伴 "Fabrikam" 出现在搜索结果中
    并且 我知道 Microsoft 合作伙伴 ID "3214567"

  @o365-21vianet
  规则: 在此云环境中无需自行查找合作伙伴
    对于由世纪互联运营的 Office 365，Microsoft 文档未引导用户使用 Microsoft Pinpoint。获得世纪互联授权的合作伙伴会与你联系，并通过电子邮件向你发送邀请，请参阅[接受合作伙伴的邀请](accept-offer.md)。

    场景: Microsoft Pinpoint 不适用于此云环境
      那么 我无法选择 "Microsoft Pinpoint"

  @o365-worldwide @o365-germany
  规则: 合作伙伴提供的内容因服务和国家/地区而异
    你会按字母顺序看到在你所在国家/地区提供你使用的服务的每个合作伙伴，不会看到其他合作伙伴。搜索时，大小写和空格有影响。新的搜索会取代原有结果。这是我们自己的假设：Microsoft 文档未说明搜索方式。

    场景大纲: 找不到不合适的合作伙伴
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "Nederland" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "<国家/地区>" 提供服务 "<服务>" 的合作伙伴
      那么 合作伙伴 "Contoso" 未出现在搜索结果中

      例子:
        | 服务              | 国家/地区   |
        | Exchange Online   | Deutschland |
        | SharePoint Online | Nederland   |
        | Exchange          | Nederland   |
        | Online            | Nederland   |
        | Online Exchange   | Nederland   |
        | Exchange Hybrid   | Nederland   |
        | Dynamics Online   | Nederland   |
        | Exchange Online 1 | Nederland   |
        | exchange online   | Nederland   |
        |                   | Nederland   |
        | Exchange Online   | Neder       |
        | Exchange Online   | Noorwegen   |
        | Exchange Online   | nederland   |
        | Exchange Online   |             |

    场景: 可以找到每个合适的合作伙伴
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "Nederland" 提供服务 "Exchange Online"
      并且 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "Deutschland" 提供服务 "SharePoint Online"
      并且 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "Nederland" 提供服务 "Exchange Online"
      并且 Microsoft 合作伙伴 ID 为 "7654321" 的合作伙伴 "Litware" 在 "Nederland" 提供服务 "SharePoint Online"
      并且 Microsoft 合作伙伴 ID 为 "7654321" 的合作伙伴 "Litware" 在 "Deutschland" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "Nederland" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 出现在搜索结果中
      并且 合作伙伴 "Fabrikam" 出现在搜索结果中
      并且 合作伙伴 "Litware" 未出现在搜索结果中
      当 我搜索可在 "Deutschland" 提供服务 "SharePoint Online" 的合作伙伴
      那么 合作伙伴 "Fabrikam" 出现在搜索结果中
      并且 合作伙伴 "Contoso" 未出现在搜索结果中
      当 我搜索可在 "Nederland " 提供服务 " Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 未出现在搜索结果中

    场景: 许多合适的合作伙伴全部可以找到
      假如 有 "101" 个合作伙伴在 "Nederland" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "Nederland" 提供服务 "Exchange Online" 的合作伙伴
      那么 页面上的名称数量为 "101"

    场景: 搜索结果按字母顺序排列
      假如 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam Nederland" 在 "Nederland" 提供服务 "Exchange Online"
      并且 Microsoft 合作伙伴 ID 为 "7654321" 的合作伙伴 "Contoso" 在 "Nederland" 提供服务 "Exchange Online"
      并且 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Litware" 在 "Nederland" 提供服务 "Exchange Online"
      并且 Microsoft 合作伙伴 ID 为 "2234567" 的合作伙伴 "fabrikam" 在 "Nederland" 提供服务 "Exchange Online"
      并且 "Litware" 是我的经销商
      并且 我只有订阅 "Office 365 E3"
      当 我向合作伙伴 "Contoso" 询问其 Microsoft 合作伙伴 ID
      并且 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "Nederland" 提供服务 "Exchange Online" 的合作伙伴
      那么 页面依次列出 "Contoso"、"fabrikam"、"Fabrikam Nederland" 和 "Litware"
      并且 结账向导已关闭

    场景: 另一个页面不显示搜索结果
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "Nederland" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "Nederland" 提供服务 "Exchange Online" 的合作伙伴
      并且 我转到 "设置 > 合作伙伴关系" 页面
      那么 没有显示任何搜索结果
      并且 页面上没有框
      当 我转到 "计费 > 购买服务" 页面
      那么 没有显示任何消息
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "Nederland" 提供服务 "Exchange Online" 的合作伙伴
      并且 我打开 "管理中心"
      那么 没有显示任何搜索结果
      并且 页面上没有框

    场景: 返回后不再显示搜索结果
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "Nederland" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "Nederland" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 出现在搜索结果中
      当 我打开 "Microsoft Pinpoint" 网站
      那么 没有显示任何搜索结果

  @o365-worldwide @o365-germany
  规则: 只有合作伙伴才能提供其 ID
    你无法自行查询合作伙伴的 Microsoft 合作伙伴 ID。添加或更改合作伙伴之前，请向合作伙伴询问此 ID。

    场景: 找到合作伙伴并不等于知道其 ID
      假如 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "Nederland" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "Nederland" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Fabrikam" 出现在搜索结果中
      并且 我不知道 Microsoft 合作伙伴 ID "3214567"

    场景: 每个合作伙伴只提供自己的 ID
      假如 合作伙伴 "Contoso Nederland" 向我提供了 Microsoft 合作伙伴 ID "1234567"
      并且 合作伙伴 "CONTOSO" 向我提供了 Microsoft 合作伙伴 ID "2234567"
      并且 合作伙伴 "Contoso" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 合作伙伴 "Contoso Deutschland" 向我提供了 Microsoft 合作伙伴 ID "4234567"
      当 我向合作伙伴 "Contoso Nederland" 询问其 Microsoft 合作伙伴 ID
      并且 我向合作伙伴 "Contoso Nederland" 询问其 Microsoft 合作伙伴 ID
      那么 我知道的唯一 Microsoft 合作伙伴 ID 是 "1234567"
      当 我向合作伙伴 "Contoso" 询问其 Microsoft 合作伙伴 ID
      那么 我知道 Microsoft 合作伙伴 ID "3214567"
      并且 我不知道 Microsoft 合作伙伴 ID "2234567"
      并且 我不知道 Microsoft 合作伙伴 ID "4234567"
      当 我向合作伙伴 "CONTOSO" 询问其 Microsoft 合作伙伴 ID
      并且 我向合作伙伴 "Contoso Deutschland" 询问其 Microsoft 合作伙伴 ID
      那么 我知道 Microsoft 合作伙伴 ID "1234567"
      并且 我知道 Microsoft 合作伙伴 ID "2234567"
      并且 我知道 Microsoft 合作伙伴 ID "3214567"
      并且 我知道 Microsoft 合作伙伴 ID "4234567"

    场景: 关系结束后你仍保留 ID
      假如 我只有订阅 "Office 365 E3"
      并且 产品 "Visio Plan 2" 可供购买
      并且 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "Nederland" 提供服务 "Exchange Online"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "Nederland" 提供服务 "Exchange Online"
      当 我向合作伙伴 "Contoso" 询问其 Microsoft 合作伙伴 ID
      并且 我向合作伙伴 "Fabrikam" 询问其 Microsoft 合作伙伴 ID
      并且 我为订阅 "Office 365 E3" 输入 ID "3214567" 并选择 "提交"
      并且 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Fabrikam"
      并且 我选择 "删除" 选项
      那么 我知道 Microsoft 合作伙伴 ID "1234567"
      并且 我知道 Microsoft 合作伙伴 ID "3214567"
      并且 页面未列出任何合作伙伴
      当 我转到 "计费 > 购买服务" 页面
      那么 页面上唯一的产品是 "Visio Plan 2"
